#:package SearchPioneer.Lingua@2.0.0
#:property ManagePackageVersionsCentrally=false
#:property CentralPackageTransitivePinningEnabled=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false
#:property TreatWarningsAsErrors=false

// Which identifier of languages is the better one here: SearchPioneer.Lingua, or the n-grams that `remedybot classify` uses. On the messages of the
// development set, which neither has learned from. Run it at the project's root:
//     dotnet run tests/RemedyBot.Benchmarks/Identifiers/Program.cs -- PUBLISHED/remedybot
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lingua;

var languages = new Dictionary<string, Language>(StringComparer.Ordinal)
{
    ["ar"] = Language.Arabic,
    ["en"] = Language.English,
    ["es"] = Language.Spanish,
    ["fr"] = Language.French,
    ["hi"] = Language.Hindi,
    ["id"] = Language.Indonesian,
    ["pt"] = Language.Portuguese,
    ["ru"] = Language.Russian,
    ["sw"] = Language.Swahili,
    ["tr"] = Language.Turkish,
};
var messages = languages.Keys.SelectMany(language => Directory.EnumerateFiles(Path.Combine("localization", language, "development"), "*.txt")
    .SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => (Language: language, Text: line.LastIndexOf('{') is > 0 and var brace ? line[..brace].Trim() : line.Trim()))).ToList();

var (theirs, theirStart, theirEach) = Lingua();
var (ours, ourStart, ourEach) = Ours(args[0]);
Console.WriteLine($"{messages.Count} messages, {messages.Count(m => IsShort(m.Text))} of them of five words or fewer.");
Console.WriteLine("| | right of 100 | short messages | Latin letters, Hindi | start | each message |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
Console.WriteLine(Row("SearchPioneer.Lingua 2.0.0, ten languages, preloaded", theirs, theirStart, theirEach));
Console.WriteLine(Row("`remedybot classify` (start: the whole program; each: harms and signals too)", ours, ourStart, ourEach));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of this process with Lingua: {Environment.WorkingSet / 1e6:0} MB."));

string Row(string name, IReadOnlyList<string> said, double start, double each) => string.Create(
    CultureInfo.InvariantCulture, $"| {name} | {Right(said, _ => true):0.0} | {Right(said, m => IsShort(m.Text)):0.0} | {Right(said, m => m.Language == "hi" && m.Text.All(char.IsAscii)):0.0} | {start:0.0} s | {each:0.00} ms |");

double Right(IReadOnlyList<string> said, Func<(string Language, string Text), bool> which)
{
    var some = messages.Index().Where(m => which(m.Item)).ToList();
    return 100.0 * some.Count(m => said[m.Index] == m.Item.Language) / some.Count;
}

static bool IsShort(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 5;

(IReadOnlyList<string>, double, double) Lingua()
{
    var watch = Stopwatch.StartNew();
    var detector = LanguageDetectorBuilder.FromLanguages([.. languages.Values]).WithPreloadedLanguageModels().Build();
    detector.DetectLanguageOf("warm");
    var start = watch.Elapsed.TotalSeconds;
    watch.Restart();
    var said = messages.Select(m => detector.DetectLanguageOf(m.Text)).Select(found => languages.FirstOrDefault(l => l.Value == found).Key ?? "other").ToList();
    return (said, start, watch.Elapsed.TotalMilliseconds / messages.Count);
}

(IReadOnlyList<string>, double, double) Ours(string program)
{
    var watch = Stopwatch.StartNew();
    using var process = Process.Start(new ProcessStartInfo(program, "classify") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    string Ask(string text)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = "1", ["text"] = text }, Plain.Options));
        process.StandardInput.Flush();
        return JsonDocument.Parse(process.StandardOutput.ReadLine()!).RootElement.GetProperty("lang").GetString()!;
    }

    Ask("warm");
    var start = watch.Elapsed.TotalSeconds;
    watch.Restart();
    var said = messages.Select(m => Ask(m.Text)).ToList();
    var each = watch.Elapsed.TotalMilliseconds / messages.Count;
    process.StandardInput.Close();
    process.WaitForExit();
    return (said, start, each);
}

static class Plain
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
}
