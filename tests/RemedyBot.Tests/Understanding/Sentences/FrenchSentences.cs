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
        danger: il est monté sur le balcon et il a cassé la vitre
        danger: mon père a dit qu'il allait laver son honneur
        danger: il roule devant la maison toutes les dix minutes depuis hier
        danger: il m'a jetée contre le mur et serré la gorge
        danger: ils m'ont dit qu'ils viendraient me chercher cette nuit
        danger: il m'a écrit je sais à quelle heure tu sors, tu vas saigner
        danger: il a pris mes clés et je peux plus sortir
        danger: la prochaine fois il me rate pas
        danger: j'ai reçu une balle dans une enveloppe
        danger: il veut que je le rejoigne ce soir à l'hôtel sinon il publie
        selfharm: j'ai écrit une lettre pour mes enfants, ils comprendront
        selfharm: des fois sur le quai du métro je me dis que ce serait facile
        selfharm: j'ai pris deux plaquettes de doliprane
        selfharm: je vois pas comment continuer à vivre après ça
        selfharm: je me déteste je voudrais ne plus être là
        selfharm: à quoi ça sert de vivre
        selfharm: mon copain dit qu'il va se foutre en l'air
        selfharm: je me taillade les cuisses
        minor: je suis née en 2011 et je suis en cinquième
        minor: ma cousine de 14 piges parle avec un mec de 40
        minor: le prof de sport m'envoie des messages bizarres
        minor: j'ai douze ans et demi
        minor: j'ai menti j'ai dit que j'avais 18 ans mais j'en ai 15
        minor: notre petite de sept ans a reçu une vidéo
        minor: c'est des photos de gamines
        danger: il a dit que la prochaine fois il me défigure
        danger: il m'a donné un coup de pied dans le ventre et je suis enceinte
        selfharm: j'ai acheté une corde aujourd'hui
        selfharm: je suis sur le pont là
        minor: on est deux filles de 15 et 16 ans et le coach nous filme
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
        none: ma sœur et moi avons une boutique et on reçoit de faux avis
        none: l'appli demande ma position tout le temps
        none: on est mariés depuis 12 ans et il montre nos vidéos à ses amis
        none: j'ai envoyé mon passeport à un faux site d'emploi
        none: je reçois 30 appels par jour de numéros inconnus
        none: un algorithme a refusé mon dossier pour l'appartement
        none: combien de temps avant une réponse de l'autorité
        none: on a piraté mon instagram et changé l'adresse
        none: j'ai été licenciée à cause d'un tweet
        none: ma belle-mère publie des photos de notre maison
        none: j'ai cliqué sur un lien et perdu mes économies
        none: ils utilisent ma voix dans une fausse pub
        """;
}
