namespace RemedyBot.EndToEnd.Journeys;

/// <summary>Somebody who writes in one of the languages.</summary>
/// <param name="Name">A name that stands in the story, followed by a number that stands there too.</param>
internal sealed record Speaker(string Language, string Name, string Number, string Story, string Begun, string Country, string Answer)
{
    public static Speaker Of(string language) => language switch
    {
        "es" => new("es", "Lucía", "+34 612 345 678",
            "Me llamo Lucía Fernández. Hay fotos mías en un perfil. El número +34 612 345 678 es mío.",
            "hacia marzo", "España", "Gracias. El lunes escribimos a la plataforma."),
        "fr" => new("fr", "Camille", "+33 6 12 34 56 78",
            "Je m'appelle Camille Dubois. Il y a des photos de moi sur un profil. Le numéro +33 6 12 34 56 78 est le mien.",
            "vers mars", "France", "Merci. Lundi, nous écrivons à la plateforme."),
        "pt" => new("pt", "Mariana", "+351 912 345 678",
            "Chamo-me Mariana Sousa. Há fotografias minhas num perfil. O número +351 912 345 678 é meu.",
            "por volta de março", "Portugal", "Obrigado. Na segunda-feira escrevemos à plataforma."),
        "ar" => new("ar", "ليلى", "+20 100 123 4567",
            "اسمي ليلى حسن. توجد صور لي في حساب. الرقم +20 100 123 4567 رقمي.",
            "حوالي مارس", "مصر", "شكرا. سنكتب إلى المنصة يوم الاثنين."),
        _ => new("en", "Sarah", "+44 7700 900123",
            "My name is Sarah Miller. There are pictures of me on a profile. The number +44 7700 900123 is mine.",
            "about March", "Ireland", "Thank you. On Monday we write to the platform."),
    };
}
