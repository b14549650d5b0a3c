using System.Text;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Desk;

public sealed class DeskEnrolmentTests
{
    [Theory]
    [InlineData("", ADesk.Passphrase, EnrolmentResult.WordUnusable)]
    [InlineData("two words", ADesk.Passphrase, EnrolmentResult.WordUnusable)]
    [InlineData("heron", "four words are few", EnrolmentResult.Enrolled)]
    [InlineData("heron", "a b c d e", EnrolmentResult.Enrolled)]
    [InlineData("heron", "short", EnrolmentResult.PassphraseTooShort)]
    [InlineData("heron", "aaaaaaaaaaaaaaaaaaaa", EnrolmentResult.PassphraseTooShort)]
    [InlineData("مالك", ADesk.Passphrase, EnrolmentResult.Enrolled)]
    public async Task Words_and_passphrases_have_rules(string word, string passphrase, EnrolmentResult expected)
    {
        await using var desk = await ADesk.OpenAsync();
        Assert.Equal(expected, await desk.Desk.Enrolment.SetUpAsync(desk.Worker(word) with { Passphrase = passphrase }, default));
        Assert.Equal(expected == EnrolmentResult.Enrolled, desk.Desk.Enrolment.IsSetUp);
    }

    [Fact]
    public async Task A_worker_with_an_app_has_to_show_a_code()
    {
        await using var desk = await ADesk.OpenAsync();
        Assert.Equal(EnrolmentResult.CodeWrong, await desk.Desk.Enrolment.SetUpAsync(desk.Worker() with { Code = "000000" }, default));
        Assert.Equal(EnrolmentResult.Enrolled, await desk.Desk.Enrolment.SetUpAsync(desk.Worker() with { Code = desk.Code() }, default));
        Assert.IsType<SignInResult.Refused>(await desk.Desk.SignIn.SignInAsync(ADesk.Word, ADesk.Passphrase, desk.Code(), "", default));
    }

    [Fact]
    public async Task A_desk_is_set_up_once()
    {
        await using var desk = await ADesk.SetUpAsync();
        Assert.Equal(EnrolmentResult.AlreadySetUp, await desk.Desk.Enrolment.SetUpAsync(desk.Worker("crane"), default));
        using var key = OpeningKey.Create();
        Assert.False(desk.Desk.Enrolment.SetUp(key.Public));
    }

    [Fact]
    public async Task The_last_worker_stays()
    {
        await using var desk = await ADesk.SetUpAsync();
        Assert.False(await desk.Desk.Enrolment.RemoveAsync(ADesk.Word, default));
    }

    [Fact]
    public async Task A_colleague_sees_all_words_and_the_folder_tells_none()
    {
        using var folder = new AFolder();
        await using var desk = await ADesk.SetUpAsync(folder.Path);
        using var session = await desk.SessionAsync();
        await desk.Desk.Enrolment.AddAsync(desk.Worker("kingfisher"), session, default);
        Assert.Equal([ADesk.Word, "kingfisher"], desk.Desk.Enrolment.Words(session));
        AssertNowhere(folder.Path, "kingfisher", desk.Secret, ADesk.Passphrase);
    }

    // T6, and the desk key's part of T3: whoever takes the folder finds no private half.
    [Fact]
    public async Task No_private_half_lies_in_the_folder_of_either_desk()
    {
        using var folder = new AFolder();
        await using (var desk = await ADesk.SetUpAsync(folder.Path))
        {
            using var session = await desk.SessionAsync();
            AssertNowhere(folder.Path, PrivatePart(session.Key));
        }

        using var elsewhere = new AFolder();
        using var key = OpeningKey.Create();
        await using var publicDesk = await ADesk.OpenAsync(elsewhere.Path);
        Assert.True(publicDesk.Desk.Enrolment.SetUp(key.Public));
        Assert.Equal(EnrolmentResult.Enrolled, await publicDesk.Desk.Enrolment.AddFirstAsync(publicDesk.Worker(), default));
        var prepared = await publicDesk.HandOverAsync("canary words");
        AssertNowhere(elsewhere.Path, PrivatePart(key), "canary words");
        using var worker = await publicDesk.SessionAsync();
        Assert.NotEqual(key.Public, worker.Key.Public);
        var opened = (await publicDesk.Desk.Cases.OpenAsync(prepared.Ref, worker, default))!;
        Assert.Null(opened.Bundle);
        Assert.Equal((null, null, null), (opened.Head!.Urgency, opened.Head.Harm, opened.Head.Language));
        Assert.NotNull(RemedyBot.Handoff.Consent.SealedCase.Open(opened.Jwe, key));
    }

    [Fact]
    public void The_set_up_word_is_read_however_it_is_typed_and_no_other_is()
    {
        var word = new SetupWord(ADesk.Random);
        Assert.True(word.Matches(" " + word.Text.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.False(word.Matches(""));
        Assert.False(word.Matches(word.Text[..^1]));
        Assert.NotEqual(word.Text, new SetupWord(ADesk.Random).Text);
    }

    private static string PrivatePart(OpeningKey key)
    {
        using var jwk = System.Text.Json.JsonDocument.Parse(key.ToJwk());
        return jwk.RootElement.GetProperty("d").GetString()!;
    }

    private static void AssertNowhere(string folder, params string[] secrets)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            foreach (var secret in secrets)
            {
                Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, Path.GetFileName(file));
                Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, Path.GetFileName(file));
            }
        }
    }
}
