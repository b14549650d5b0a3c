using RemedyBot.Turns;

namespace RemedyBot.Tests.Pages.Scripted;

/// <summary>A short intake with every kind of question.</summary>
internal static class IntakeScript
{
    public const string Code = "12345 67890 12345 67890 12345";
    public const string Summary = "This is what you told:\nThreats in messages, since March, on a social network.\nIs this right?";

    public static IReadOnlyList<ScriptedTurn> Turns { get; } =
    [
        new(language =>
        [
            Say("welcome/program", "welcome", language, "You are writing with a program, not a person. It shows ways to get help. With your yes, it can pass your case to people who help.", "أنت تكتب إلى برنامج، وليس إلى شخص. يعرض طرقًا للحصول على المساعدة."),
            Say("welcome/kept", "welcome", language, "What you write is kept locked on this server. If you go silent, it is erased within 2 days. You can erase it sooner, or choose to keep it longer.", "ما تكتبه يُحفظ مقفلًا على هذا الخادم. إذا توقفت عن الكتابة يُمحى خلال يومين."),
            Ask("safety/danger", "safety", "yesno", language, "Are you in danger right now?", "هل أنت في خطر الآن؟", YesNo(language)) with { Field = "/safety/immediate_danger", Progress = new(1, 8) },
        ]),
        new(language =>
        [
            Say("danger/numbers", "safety", language, "The emergency number is 112. You can also open https://example.org/help for other ways.", "رقم الطوارئ \u2066112\u2069. يمكنك أيضًا فتح \u2066https://example.org/help\u2069.") with
            {
                Links = [new("tel:112", "112"), new("https://example.org/help", "https://example.org/help")],
            },
            Ask("safety/device", "safety", "yesno", language, "Might someone else see what you do on this device?", "هل قد يرى شخص آخر ما تفعله على هذا الجهاز؟", YesNo(language)) with { Progress = new(2, 8) },
        ]),
        new(language => [Ask("story/harm", "harm", "choices", language, "What happened? You can pick more than one, or tell it in your own words.", "ماذا حدث؟ يمكنك اختيار أكثر من واحد.", Harms(language)) with { Progress = new(3, 8) }]),
        new(language => [Ask("detail/when", "when", "date", language, "When did you first see it?", "متى رأيت ذلك أول مرة؟", []) with { Progress = new(4, 8) }]),
        new(language => [Ask("platform/where", "platform", "items", language, "Where did it happen?", "أين حدث ذلك؟", [new("plt.a", "First network"), new("plt.b", "Second network")]) with { Progress = new(5, 8) }]),
        new(language => [Ask("summary/review", "summary", "review", language, Summary, "هذا ما رويته:\nتهديدات في رسائل، منذ مارس.\nهل هذا صحيح؟", [new("confirm", "Yes, this is right"), new("edit", "Change something")]) with { Progress = new(6, 8) }]),
        new(language => [Ask("recipient-consent/ask", "consent", "consent", language, "May the helpline read these parts?", "هل يمكن لخط المساعدة قراءة هذه الأجزاء؟", [new("g1", "What happened", true), new("g2", "Where and when", true), new("yes", "Yes"), new("no", "No")]) with { Recipient = new("desk", "desk", "Helpline", "helpline"), Groups = ["g1", "g2"] }]),
        new(language => [Ask("keep/code", "code", "code", language, $"Your code is:\n{Code}\nIt is shown only once. Learn it by heart, or hide it in a note among other numbers. Then type it here.", $"رمزك هو:\n{Code}\nاكتبه هنا.", []) with { Code = Code }]),
        new(language => [Ask("feedback/say", "feedback", "text", language, "Is there anything else you want to say?", "هل تريد قول شيء آخر؟", [])]),
        new(language => [Say("end/done", "next", language, "Thank you for telling this. It is not your fault. You can close this page now.", "شكرًا لك. هذا ليس خطأك.") with { Kind = "end" }], Ends: true),
    ];

    private static OutMessage Say(string step, string topic, string language, string english, string arabic) =>
        new() { Step = step, Topic = topic, Kind = "say", Text = language is "ar" ? arabic : english };

    private static OutMessage Ask(string step, string topic, string kind, string language, string english, string arabic, IReadOnlyList<Option> choices) =>
        new() { Step = step, Topic = topic, Kind = kind, Text = language is "ar" ? arabic : english, Choices = choices, Wishes = Wishes(language) };

    private static IReadOnlyList<Option> YesNo(string language) => language is "ar"
        ? [new("yes", "نعم"), new("no", "لا"), new("unknown", "لست متأكدًا")]
        : [new("yes", "Yes"), new("no", "No"), new("unknown", "Not sure")];

    private static IReadOnlyList<Option> Harms(string language) => language is "ar"
        ? [new("threat.violence", "تهديدات"), new("ibsa.shared", "نُشرت صور حميمة دون موافقة"), new("account.takeover", "استولى أحد على حساب")]
        : [new("threat.violence", "Threats"), new("ibsa.shared", "Intimate images were shared without consent"), new("account.takeover", "An account was taken over")];

    private static IReadOnlyList<Option> Wishes(string language) => language is "ar"
        ? [new("back", "رجوع"), new("skip", "تخطّي"), new("why", "لماذا تسأل؟"), new("language", "اللغة"), new("so-far", "حتى الآن"), new("enough", "يكفي"), new("human", "شخص"), new("stop", "توقّف"), new("erase", "محو الكل"), new("help", "مساعدة")]
        : [new("back", "Back"), new("skip", "Skip"), new("why", "Why do you ask?"), new("language", "Language"), new("change", "Change"), new("so-far", "So far"), new("enough", "Enough"), new("human", "A person"), new("stop", "Stop"), new("erase", "Erase all"), new("help", "Help")];
}
