namespace RemedyBot.Tests.Understanding.Sentences;

internal static class FrenchSentences
{
    public const string Table = """
        danger: il est devant chez moi et il refuse de partir
        danger: mon ex a dit qu'il allait me tuer si je porte plainte
        danger: au secours il défonce la porte
        danger: il m'a suivie jusqu'à mon travail ce matin
        danger: j'ai peur qu'il me fasse du mal ce soir
        danger: Il a une arme chez lui et il m'envoie des photos avec
        danger: mon mari me frappe devant les enfants
        danger: je reçois des menaces de mort tous les jours
        danger: ils savent où j'habite
        danger: il m'a enfermée dans l'appart et a pris mon tel pendant 2 jours
        danger: ma vie est en danger à cause de cette vidéo
        danger: jsuis cachée dans la salle de bain
        danger: mon frere va me buter si il voit ca
        danger: il a mis un couteau sous ma gorge
        danger: il m'a violée et il menace de recommencer
        danger: des hommes sont venus chez moi pour me chercher
        danger: Je ne me sens pas en sécurité chez moi
        danger: il m'a étranglée hier
        danger: je veux pas mourir aidez moi
        danger: mon adresse est en ligne et des gens disent qu'ils vont venir me violer
        danger: mes parents veulent me marier de force au pays
        danger: il va bruler ma maison avec mes enfants dedans
        danger: J'ai fui mon mari et il me cherche partout
        danger: il m attend en bas de l'immeuble
        danger: si je parle il s'en prendra à ma fille
        danger: il arrive, vite
        selfharm: j'ai envie de mourir
        selfharm: je veux plus vivre
        selfharm: jveux me suicider
        selfharm: Depuis que la vidéo tourne je pense à en finir
        selfharm: je me scarifie depuis deux semaines
        selfharm: tout le monde serait mieux sans moi
        selfharm: la vie ne vaut plus la peine
        selfharm: j'ai avalé des médicaments hier, j'en peux plus
        selfharm: j'aimerais m'endormir et ne plus jamais me réveiller
        selfharm: je vais me tuer
        selfharm: a quoi bon continuer
        selfharm: je pensais à sauter par la fenêtre
        selfharm: ma fille a fait une tentative de suicide
        selfharm: je n'ai plus la force de continuer
        selfharm: j'ai des idées noires tout le temps
        selfharm: on m'écrit d'aller me pendre
        selfharm: je préférerais être morte
        selfharm: je me fais du mal toute seule le soir
        selfharm: jpp de la vie, j'veux disparaître
        selfharm: je veux mettre fin à mes jours
        minor: j'ai 13 ans et un homme me demande des photos
        minor: jai quinze ans
        minor: ma fille de 12 ans est harcelée sur snap
        minor: je suis mineure
        minor: mon petit frère s'est fait avoir sur discord
        minor: tout le collège a vu la vidéo
        minor: je suis en 4ème et mon ex a tout envoyé à la classe
        minor: il y a des photos d'enfants dans ce groupe
        minor: mon fils a 9 ans, on l'a contacté sur roblox
        minor: g 14 ans et j'ai peur de ma mère
        minor: j'étais enfant quand il a pris ces photos
        minor: je vais avoir 16 ans
        minor: le dites pas à mes parents svp
        minor: j'ai dix-sept ans, bientôt majeur
        minor: un prof écrit à ma nièce de quatorze ans
        spyware: je crois que mon mari a installé un logiciel espion sur mon téléphone
        spyware: il lit tous mes messages
        spyware: j'ai trouvé un airtag dans mon sac
        spyware: mon ex connaît tous mes mots de passe
        spyware: il sait toujours où je suis
        custody: j'ai été arrêtée à la manif hier
        custody: la police a saisi mon ordi
        custody: ils ont pris mon téléphone à la frontière
        custody: mon frère est en garde à vue
        custody: je suis convoquée au commissariat demain
        none: quelqu'un a créé un faux profil avec mon nom
        none: mon ex a partagé des photos intimes de moi
        none: je n'arrive plus à me connecter à mon compte
        none: on m'insulte dans les commentaires
        none: je veux que la vidéo soit retirée
        none: il demande 500 euros sinon il publie tout
        none: personne n'a mon mot de passe
        none: je ne suis pas en danger
        none: non
        none: oui merci
        none: je ne suis pas sûre
        none: je ne sais pas
        none: c'est arrivé le 14 mars
        none: j'ai 12 captures d'écran
        none: j'ai 41 ans et j'habite à Dakar
        none: je travaille là depuis 15 ans
        none: une entreprise utilise ma photo dans une pub
        none: mon compte a été fermé sans raison
        none: un vieil article sur moi sort dans le moteur de recherche
        none: je suis morte de honte
        none: je ne sais pas qui a fait ça
        none: une collègue raconte des mensonges sur moi
        none: quelqu'un a pris un crédit à mon nom
        none: j'ai signalé à la plateforme, aucune réponse
        none: pouvez-vous m'aider à écrire une plainte ?
        none: je voudrais parler à quelqu'un
        none: bonjour
        none: je préfère ne pas répondre
        none: des faux comptes me suivent sur instagram
        none: le groupe compte 16 membres
        none: on a fait un montage avec mon visage
        none: ma demande d'aide a été refusée par un algorithme
        none: mon chien a 7 ans
        none: j'ai changé de numéro et je ne reçois plus le code
        none: ça dure depuis 6 mois
        none: mon chef m'a demandé mon mot de passe
        none: c'est à cause de mes articles sur la politique
        none: il faut que ça reste anonyme
        none: tiktok
        none: la page de mon association a été supprimée
        """;
}
