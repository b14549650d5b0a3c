using RemedyBot.Composition;
using RemedyBot.Localization.Checks;

namespace RemedyBot.Tests.Composition.Checks;

/// <summary>One misspelt name in a dialog used to switch safety, a code or a helpline off, and `check` said nothing.</summary>
public sealed class DialogMistakeTests : IDisposable
{
    private readonly AnOverlay _overlay = new();

    public void Dispose() => _overlay.Dispose();

    [Fact]
    public void The_shipped_content_has_no_error() => Assert.DoesNotContain(AnOverlay.Before, f => f.Severity == Severity.Error);

    [Theory]
    [InlineData("dialogs/keep.yaml", "{step: keep/keep,", "{step: keep/keeep,", "D20", "Questions of `keep`: ")]
    [InlineData("dialogs/keep.yaml", "{step: keep/keep,", "{step: kep/keep,", "D20", "There is no dialog `kep`")]
    [InlineData("dialogs/keep.yaml", "{step: keep/keep, is: \"yes\"}", "{step: keep/keep, is: \"yess\"}", "D20", "Its answers: yes, no.")]
    [InlineData("dialogs/return.yaml", "{all: [{step: return/menu, is: finish}", "{all: [{step: return/menu, is: finnish}", "D20", "never answered with `finnish`")]
    [InlineData("dialogs/age.yaml", "- {not: {step: age/band,", "- {not: {step: age/bond,", "D20", "`age/bond` is no question")]
    [InlineData("dialogs/age.yaml", "{value: adult, title: 18 or older}", "{value: grownup, title: 18 or older}", "D22", "It takes: under_13, ")]
    [InlineData("dialogs/age.yaml", "- {field: /person/age_band, is: [under_13", "- {field: /person/age_bandit, is: [under_13", "D22", "no field `/person/age_bandit`")]
    [InlineData("dialogs/age.yaml", "- {field: /person/age_band, is: [under_13", "- {field: /person/age_band, is: [under_31", "D22", "never holds `under_31`")]
    public void Says_file_line_and_what_to_do(string path, string right, string wrong, string id, string advice)
    {
        var line = _overlay.Exchange(path, right, wrong);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File, f.Line) == (id, Severity.Error, path, line) && f.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dialogs/safety.yaml", "raises: {danger: [\"yes\", unknown]}", "raises: {danger: [ja]}", "id: danger", "D21", "names `ja`, which it never offers. Its answers: yes, no, unknown.")]
    [InlineData("dialogs/danger.yaml", "clears: {danger: [\"no\"]}", "clears: {danger: [nein]}", "id: country", "D22", "The signal danger hangs on `nein`")]
    [InlineData("dialogs/maybe-danger.yaml", "otherwise: unknown", "otherwise: unknwon", "id: now", "D21", "`otherwise` of question")]
    [InlineData("dialogs/safety.yaml", "field: /safety/immediate_danger", "field: /safety/imediate_danger", "id: danger", "D22", "Its answer would be lost.")]
    [InlineData("dialogs/when.yaml", "when#first_seen", "when#first_sene", "id: first-seen", "D22", "no field `/timeline/-/when#first_sene`")]
    [InlineData("dialogs/harm.yaml", "raises: {minor: [child.csam,", "raises: {minor: [child.csamm,", "id: sounds", "D22", "The signal minor hangs on `child.csamm`")]
    [InlineData("dialogs/danger.yaml", "routes: human", "routes: humans", "routes: human", "D11", "Selectors: child, crisis, emergency")]
    [InlineData("dialogs/minor.yaml", "routes: [plt.hash-minor]", "routes: [hl.nowhere]", "routes: [plt.hash-minor]", "D11", "names `hl.nowhere`, which is no route")]
    public void Says_in_which_step_it_is(string path, string right, string wrong, string within, string id, string advice)
    {
        var step = Step(path, within);
        _overlay.Exchange(path, right, wrong);
        Assert.Contains(_overlay.Found(), f => (f.Id, f.Severity, f.File, f.Line) == (id, Severity.Error, path, step) && f.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dialogs/common.yaml", "  too-long: ", "common/too-long")]
    [InlineData("dialogs/errors.yaml", "  too-fast: ", "errors/too-fast")]
    [InlineData("dialogs/web.yaml", "  send: ", "web/send")]
    [InlineData("dialogs/routes.yaml", "  how-to-find: ", "routes/how-to-find")]
    public void A_text_that_the_program_asks_for_is_missed_in_the_file_that_lacks_it(string path, string key, string missing)
    {
        _overlay.Write(path, string.Join('\n', AnOverlay.Shipped(path).Split('\n').Where(l => !l.StartsWith(key, StringComparison.Ordinal))));
        var found = Assert.Single(_overlay.Found(), f => f.Id == "D31");
        Assert.Equal((Severity.Error, path, missing), (found.Severity, found.File, found.Key));
        Assert.True(found.Line > 1);
        Assert.Contains($"Add `{missing[(missing.IndexOf('/', StringComparison.Ordinal) + 1)..]}` here.", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dialogs/safety.yaml", "raises: {danger: [\"yes\", unknown]}", "raises: {danger: [ja]}")]
    [InlineData("dialogs/keep.yaml", "{step: keep/keep,", "{step: keep/keeep,")]
    public void What_switches_safety_or_the_code_off_keeps_the_bot_from_starting(string path, string right, string wrong)
    {
        _overlay.Exchange(path, right, wrong);
        Assert.Null(LoadedContent.Open(_overlay.Content, out var problem));
        Assert.Matches($"(?m)^{path}:[0-9]+: ", problem);
    }

    /// <summary>The line of the step that these words stand in.</summary>
    private static int Step(string path, string within)
    {
        var lines = AnOverlay.Shipped(path).Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains(within, StringComparison.Ordinal));
        return 1 + Array.FindLastIndex(lines, at, l => l.StartsWith("  - id: ", StringComparison.Ordinal));
    }
}
