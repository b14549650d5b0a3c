namespace RemedyBot.Tests.Understanding.Sentences;

internal static class PortugueseSentences
{
    public const string Table = """
        danger: ele tá na porta da minha casa agora
        danger: meu ex disse que vai me matar se eu for na delegacia da mulher
        danger: socorro ele ta quebrando a porta
        danger: ele me seguiu do trabalho até em casa
        danger: to com muito medo dele fazer alguma coisa comigo
        danger: ele tem uma arma e fica mandando foto
        danger: meu marido me bateu de novo ontem
        danger: recebo ameaças de morte todo dia
        danger: eles sabem onde eu moro
        danger: ele me trancou no quarto e levou a chave
        danger: minha vida corre perigo por causa do que publiquei
        danger: estou escondida no banheiro
        danger: meu irmao vai me matar qdo ver essa foto
        danger: ele encostou uma faca no meu pescoço
        danger: fui estuprada e ele ameaça fazer de novo
        danger: apareceram uns homens armados no meu portão
        danger: não me sinto segura na minha própria casa
        danger: ele tentou me enforcar ontem
        danger: não quero morrer
        danger: publicaram meu endereço e falam que vão vir me pegar
        danger: o meu pai quer obrigar-me a casar
        danger: ele vai botar fogo na casa comigo e com os meninos dentro
        danger: fugi do meu marido e ele anda à minha procura
        danger: se eu não pagar vão machucar minha mãe
        danger: ele anda a perseguir-me na rua
        danger: ele vem aí, chamem a polícia
        selfharm: quero morrer
        selfharm: não quero mais viver
        selfharm: tô pensando em me matar
        selfharm: penso em suicídio desde que o vídeo vazou
        selfharm: voltei a me cortar
        selfharm: todo mundo ficaria melhor sem mim
        selfharm: a vida não faz mais sentido
        selfharm: tomei um monte de remédio ontem pra acabar com tudo
        selfharm: queria dormir e não acordar nunca mais
        selfharm: nao aguento mais, quero sumir
        selfharm: pra que continuar vivendo
        selfharm: pensei em pular da janela
        selfharm: minha filha tentou se matar
        selfharm: não tenho mais vontade de viver
        selfharm: ficam mandando eu me matar
        selfharm: preferia estar morta
        selfharm: ando a magoar-me a mim própria, corto-me
        selfharm: ninguém ia sentir minha falta
        selfharm: vou acabar com a minha vida
        selfharm: sou um peso para todos
        minor: tenho 13 anos e um homem pediu fotos
        minor: tenho quinze anos
        minor: minha filha de 12 anos recebeu mensagens de um adulto
        minor: sou menor de idade
        minor: meu irmãozinho caiu num golpe no discord
        minor: a escola toda viu o vídeo
        minor: tô no nono ano e meu ex mandou pra turma
        minor: tem fotos de crianças nesse grupo
        minor: meu filho tem 9 anos e foi contatado no roblox
        minor: tenho 14 e meus pais não podem saber
        minor: eu era criança quando tiraram essas fotos
        minor: acabei de fazer 16 anos
        minor: não conta pra minha mãe por favor
        minor: tenho dezessete
        minor: um professor escreve para a minha sobrinha de catorze anos
        spyware: acho que meu marido instalou um aplicativo espião no meu celular
        spyware: ele lê todas as minhas mensagens
        spyware: achei um rastreador no meu carro
        spyware: meu ex sabe todas as minhas senhas
        spyware: ele sabe sempre onde estou
        custody: fui presa na manifestação
        custody: a polícia levou meu computador
        custody: tiraram meu celular na fronteira
        custody: meu irmão está detido desde sexta
        custody: recebi uma intimação para depor amanhã
        danger: ele pulou o muro e está no quintal
        danger: o tráfico daqui jurou que vai me passar
        danger: ele passa de moto na frente de casa o dia inteiro
        danger: me jogou na parede e apertou minha garganta
        danger: disseram que vêm me buscar hoje à noite
        danger: tô sem sair de casa faz 3 dias por medo dele me achar
        danger: ele pegou o facão quando viu as mensagens
        danger: recebi um envelope com uma bala dentro
        danger: ele quer que eu vá no motel hoje senão posta tudo
        danger: sinto que um dia ele vai me matar de verdade
        selfharm: escrevi uma carta pros meus filhos pra quando eu não estiver mais aqui
        selfharm: às vezes na plataforma do metrô penso em me jogar
        selfharm: tomei uma cartela inteira de rivotril
        selfharm: não vejo como continuar vivendo depois disso
        selfharm: me odeio, queria não existir
        selfharm: pra que viver assim
        selfharm: meu amigo falou que vai se matar
        selfharm: passei a gilete no braço de novo
        minor: nasci em 2012 e estou no sexto ano
        minor: minha prima de 14 fala com um cara de 40
        minor: o professor de educação física me manda mensagens estranhas
        minor: tenho 16 mas falei que tinha 19
        minor: nossa menina de sete anos recebeu um vídeo
        minor: são fotos de menininhas
        danger: disse que da próxima vez corta a minha cara
        danger: ele chutou minha barriga e eu tô grávida
        selfharm: comprei uma corda hoje
        minor: somos duas amigas de 15 e 16 e o treinador filma a gente
        none: alguém criou um perfil falso com meu nome
        none: meu ex compartilhou fotos íntimas minhas
        none: não consigo entrar na minha conta
        none: me xingam nos comentários
        none: quero que tirem o vídeo do ar
        none: ele pede 500 reais ou publica as fotos
        none: ninguém tem a minha senha
        none: não estou em perigo
        none: não
        none: sim, obrigada
        none: não tenho certeza
        none: não sei
        none: aconteceu no dia 14 de março
        none: tenho 12 prints
        none: tenho 38 anos e moro em Maputo
        none: trabalho lá há 15 anos
        none: uma empresa usa a minha foto num anúncio
        none: fecharam a minha conta sem motivo
        none: uma notícia antiga sobre mim aparece na busca
        none: morri de vergonha
        none: não sei quem fez isso
        none: uma colega espalha mentiras sobre mim
        none: alguém fez um empréstimo em meu nome
        none: já denunciei para a plataforma e nada
        none: pode me ajudar a escrever uma reclamação?
        none: quero falar com uma pessoa
        none: oi
        none: prefiro não dizer
        none: muitas contas falsas me seguem no instagram
        none: o grupo tem 16 pessoas
        none: fizeram uma montagem com o meu rosto
        none: o meu subsídio foi cortado por um sistema automático
        none: meu cachorro tem 7 anos
        none: troquei de número e não recebo o código
        none: isso já dura 6 meses
        none: meu chefe pediu a minha senha e eu não dei
        none: escrevo sobre política e apagam os meus textos
        none: quero ficar anônima
        none: derrubaram a página da associação
        none: o ataque foi na semana das eleições
        none: minha irmã e eu temos uma loja e recebemos avaliações falsas
        none: o aplicativo pede a minha localização toda hora
        none: somos casados há 12 anos e ele mostra nossos vídeos aos amigos
        none: mandei meu passaporte para um site de emprego falso
        none: recebo 30 ligações por dia de números desconhecidos
        none: um algoritmo recusou o meu pedido de apartamento
        none: hackearam meu instagram e trocaram o email
        none: fui demitida por causa de um tweet
        none: minha sogra posta fotos da nossa casa
        none: cliquei num link e perdi minhas economias
        none: usam a minha voz num anúncio falso
        """;
}
