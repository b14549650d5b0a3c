namespace RemedyBot.Tests.Understanding.Sentences;

internal static class SpanishSentences
{
    public const string Table = """
        danger: me va a matar si se entera de que estoy escribiendo
        danger: esta afuera de mi casa ahorita y no se q hacer
        danger: Mi ex tiene una pistola y dice que va a venir por mí
        danger: ayuda por favor esta golpeando la puerta
        danger: Me siguió desde el trabajo hasta la casa
        danger: tengo mucho miedo de que me haga algo
        danger: dice que me va a quemar viva con mis hijos
        danger: mi marido me pegó otra vez anoche
        danger: Recibo amenazas de muerte todos los días
        danger: saben donde vivo y van a venir esta noche
        danger: me tiene encerrada y me quitó las llaves
        danger: mi vida corre peligro por lo que publiqué
        danger: Me apuntó con un arma y dijo que era la última vez
        danger: estoy escondida en el baño
        danger: mi hermano me quiere matar x la foto
        danger: ya viene, ayudenme
        danger: me violó y ahora amenaza con hacerlo de nuevo
        danger: Unos hombres armados vinieron a preguntar por mí
        danger: no me siento segura en mi casa
        danger: Me agarró del cuello y no podía respirar, me quiso estrangular
        danger: no quiero morir, por favor
        danger: publicaron mi dirección y dicen que van a ir a matarme
        danger: mi padre me va a casar a la fuerza
        danger: me anda buscando por todo el pueblo con un machete
        danger: si no le pago dice q le va a hacer daño a mi mama
        danger: voy a huir de mi marido pero tengo miedo que me encuentre
        selfharm: me quiero morir
        selfharm: ya no quiero vivir mas con esta verguenza
        selfharm: estoy pensando en quitarme la vida
        selfharm: He pensado en el suicidio desde que salió el video
        selfharm: me corto los brazos para no sentir
        selfharm: todos estarían mejor sin mí
        selfharm: no le veo sentido a la vida
        selfharm: quiero acabar con todo de una vez
        selfharm: ojala no despertara mañana
        selfharm: kiero matarme
        selfharm: Tengo las pastillas en la mano y me las voy a tomar todas, no aguanto más
        selfharm: ya no puedo más, quiero desaparecer
        selfharm: a veces pienso en tirarme por el balcón
        selfharm: mi hija intentó suicidarse por culpa de esas fotos
        selfharm: nadie me extrañaría si me muero
        selfharm: no tengo ganas de vivir
        selfharm: me escriben que me mate
        selfharm: preferiría estar muerta
        selfharm: Me estoy lastimando otra vez, me hago daño por las noches
        selfharm: la única salida es la muerte
        minor: tengo quince años y un señor me pide fotos
        minor: tengo 13 y no quiero que mis papás sepan
        minor: mi hija de 11 años habló con un hombre en un juego
        minor: soy menor de edad
        minor: mi hermanita mandó una foto y ahora la chantajean
        minor: todos en la escuela vieron el video
        minor: apenas cumplí 16
        minor: hay fotos de niños en ese grupo
        minor: voy en segundo de secundaria
        minor: un adulto le escribe a mi sobrina de doce
        minor: mi hijo tiene 9 años y lo contactaron por roblox
        minor: era una niña cuando me tomaron esas fotos
        minor: no le digas a mis padres porfa
        minor: tengo diecisiete, casi 18
        minor: Mi alumna, de catorce años, está siendo acosada
        spyware: creo que mi ex me puso una app espía en el celular
        spyware: lee todos mis mensajes de whatsapp
        spyware: encontré un gps en mi coche
        spyware: él sabe todas mis contraseñas
        spyware: mi novio siempre sabe dónde estoy, creo que me rastrea
        custody: me detuvieron en la manifestación
        custody: la policía vino a mi casa y se llevó mi computadora
        custody: me quitaron el telefono en la frontera
        custody: mi esposo está en la cárcel por un tuit
        custody: tengo que presentarme mañana en la comisaría
        none: alguien hizo un perfil falso con mi nombre
        none: publicaron mis fotos íntimas sin mi permiso
        none: no puedo entrar a mi cuenta
        none: me insultan en los comentarios
        none: quiero que borren el video
        none: me pide 300 euros o publica las fotos
        none: nadie tiene mi contraseña
        none: no estoy en peligro
        none: no
        none: sí, gracias
        none: no estoy segura
        none: no lo sé
        none: pasó el 14 de marzo
        none: tengo 12 capturas de pantalla
        none: tengo 35 años y vivo en Quito
        none: llevo 15 años trabajando en esa empresa
        none: una empresa usa mi foto en un anuncio
        none: me cerraron la cuenta sin motivo
        none: sale una noticia vieja sobre mí en el buscador
        none: me muero de vergüenza
        none: no sé quién lo hizo
        none: un compañero de trabajo cuenta mentiras sobre mí
        none: alguien pidió un préstamo con mis datos
        none: ya lo denuncié a la plataforma y no contestan
        none: ¿me puedes ayudar a escribir una queja?
        none: quiero hablar con una persona
        none: hola
        none: prefiero no decirlo
        none: me siguen en instagram muchas cuentas falsas
        none: facebook
        none: el grupo tiene 16 personas
        none: perdí mi número y ya no recibo el código
        none: hicieron un montaje con mi cara
        none: mi jefe me pidió mi contraseña y no se la di
        none: estoy en casa viendo la tele
        none: gracias por todo
        none: mi perro tiene 7 años
        none: me bloquearon la página de mi negocio
        none: la oficina no contesta desde enero
        none: solo quiero que dejen de usar mi nombre
        """;
}
