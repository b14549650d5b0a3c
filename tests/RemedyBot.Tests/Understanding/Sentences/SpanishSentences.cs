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
        danger: llevo tres días sin salir porque él da vueltas en moto frente a la casa
        danger: me mandó un audio diciendo que me va a picar en pedacitos
        danger: mi papá agarró el machete cuando vio los mensajes
        danger: me aventó contra la pared y me dejó sin aire
        danger: dicen los de la mara que si no entrego la plata matan a mi hermano
        danger: el vato ese ya sabe a qué hora salgo de trabajar y me espera en la esquina
        danger: me subieron a una camioneta y me soltaron hasta la noche
        danger: siento que cualquier día me mata
        danger: acaba de entrar por la ventana
        danger: por favor mande una patrulla
        selfharm: he escrito una carta para mis hijos por si ya no estoy
        selfharm: para qué seguir si ya todos me vieron
        selfharm: anoche me tomé un frasco de clonazepam
        selfharm: me dan ganas de aventarme al metro
        selfharm: ya no le encuentro sentido a nada, quisiera dormirme y no despertar
        selfharm: me rajé los brazos otra vez
        selfharm: mejor me muero y ya
        selfharm: mi mejor amiga se quiere matar por las fotos
        minor: nací en 2012 y voy en sexto de primaria
        minor: mi prima de 14 anda con un señor de 40 por whatsapp
        minor: el profe de educación física me manda mensajes raros
        minor: soy chavita, tengo 12
        minor: tengo 16 pero le dije que tenía 19
        minor: el packs son de puras menores
        minor: mi nena de siete años recibió un video
        danger: dice que la próxima vez me va a cortar la cara
        danger: me pateó la panza y estoy embarazada
        danger: apareció otra vez donde estoy y traía un martillo
        selfharm: compré una cuerda hoy
        selfharm: estoy en el puente
        minor: somos dos amigas de 15 y 16 y el entrenador nos graba
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
        none: mi hermana y yo tenemos una tienda y nos ponen reseñas falsas
        none: la aplicación me pide la ubicación a cada rato
        none: llevamos 12 años casados y enseña nuestros videos a sus amigos
        none: subí mi pasaporte a una página de empleo falsa
        none: me llaman 30 veces al día de números desconocidos
        none: soy maestra y los padres me insultan en su grupo
        none: un algoritmo rechazó mi solicitud de piso
        none: hackearon mi instagram y cambiaron el correo
        none: me despidieron por un tuit
        none: usan mi voz en un anuncio falso
        none: di clic en un enlace y perdí mis ahorros
        none: mi suegra sube fotos de nuestra casa
        """;
}
