using YamlDotNet.RepresentationModel;

namespace RemedyBot.Tests.Pages.Scripted;

/// <summary>The English texts of the page as they stand in <c>dialogs/web.yaml</c>, and a few in Arabic for pictures.</summary>
internal static class PageTextsFile
{
    private static readonly Dictionary<string, string> Arabic = new(StringComparer.Ordinal)
    {
        ["title"] = "ملاحظات",
        ["heading"] = "محادثتك",
        ["exit"] = "خروج الآن",
        ["exit-note"] = "زر \"خروج الآن\" يفتح صفحة أخرى فورًا. لا يمكنه مسح سجل المتصفح، ولا منع من يراقب هذا الجهاز.",
        ["exit-keys"] = "الضغط على مفتاح Shift ثلاث مرات يفعل الشيء نفسه.",
        ["wishes"] = "أشياء أخرى يمكنك فعلها",
        ["language"] = "اللغة",
        ["send"] = "إرسال",
        ["done"] = "تم",
        ["box"] = "اكتب هنا",
        ["box-choice"] = "أو اكتب بكلماتك",
        ["progress"] = "{at} من حوالي {of}",
    };

    public static IReadOnlyDictionary<string, string> English { get; } = Read();

    public static string Text(string language, string key, IReadOnlyDictionary<string, string>? arguments)
    {
        var name = key["web/".Length..];
        var text = language is "ar" && Arabic.TryGetValue(name, out var translated) ? translated : English[name];
        foreach (var (argument, value) in arguments ?? new Dictionary<string, string>()) text = text.Replace($"{{{argument}}}", value, StringComparison.Ordinal);
        return text;
    }

    private static Dictionary<string, string> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "dialogs", "web.yaml"))) folder = folder.Parent;
        var yaml = new YamlStream();
        using var reader = new StringReader(File.ReadAllText(Path.Combine(folder!.FullName, "dialogs", "web.yaml")));
        yaml.Load(reader);
        var texts = (YamlMappingNode)yaml.Documents[0].RootNode["texts"];
        return texts.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value!, StringComparer.Ordinal);
    }
}
