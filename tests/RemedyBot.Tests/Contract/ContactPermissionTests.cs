namespace RemedyBot.Tests.Contract;

/// <summary>Whether a recipient may write to the person goes with how to reach her, and not without it.</summary>
public sealed class ContactPermissionTests
{
    [Theory]
    [InlineData("yes", "g1, g3", false)]
    [InlineData("yes", "g1, g2, g3", true)]
    [InlineData("no", "g1, g2, g3", false)]
    public async Task Who_did_not_get_the_way_to_reach_her_may_not_try(string allowed, string groups, bool may)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.threat", "done");
        await (await person.SkipTo("contact/allowed")).Say(allowed);
        await (await person.SkipTo("recipient-consent/default")).Say(groups);
        var consent = Assert.Single(person.Handoffs).GetProperty("document").GetProperty("consent")[0];
        Assert.Equal(may, consent.GetProperty("may_contact_person").GetBoolean());
    }
}
