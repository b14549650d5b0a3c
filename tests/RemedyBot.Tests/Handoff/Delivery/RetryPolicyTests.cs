using FsCheck.Xunit;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Handoff.Delivery;

public sealed class RetryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Far = new(2027, 11, 22);

    [Fact]
    public void Waits_longer_after_each_failure_and_never_more_than_six_hours()
    {
        var pauses = Enumerable.Range(1, RetryPolicy.MostAttempts - 1).Select(attempts => RetryPolicy.Next(attempts, Now, Far, 0.5)!.Value - Now).ToList();
        Assert.Equal(TimeSpan.FromSeconds(5), pauses[0]);
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(TimeSpan.FromHours(6), pauses[^1]);
    }

    [Fact]
    public void Gives_up_after_the_last_attempt() => Assert.Null(RetryPolicy.Next(RetryPolicy.MostAttempts, Now, Far, 0.5));

    [Fact]
    public void Never_tries_on_the_day_the_consent_ends() =>
        Assert.Null(RetryPolicy.Next(RetryPolicy.MostAttempts - 1, Now.AddHours(13), new DateOnly(2026, 11, 23), 1));

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Lasts_longer_than_from_saturday_morning_to_monday_morning(double spread) => Assert.True(From(spread) > TimeSpan.FromHours(48));

    [Fact]
    public void Lasts_less_than_three_days() => Assert.True(From(0.5) < TimeSpan.FromHours(72));

    /// <summary>The time between the first attempt and the last.</summary>
    private static TimeSpan From(double spread) =>
        Enumerable.Range(1, RetryPolicy.MostAttempts - 1).Aggregate(TimeSpan.Zero, (sum, attempts) => sum + (RetryPolicy.Next(attempts, Now, Far, spread)!.Value - Now));

    [Fact]
    public void A_request_to_delete_is_tried_every_six_hours_until_the_last_day()
    {
        var withdrawal = A(ParcelForm.Withdrawal);
        Assert.Equal(Now.AddHours(6), RetryPolicy.Next(withdrawal, Reasons.Unreachable, 1_000, Now, 0.5));
        Assert.Null(RetryPolicy.Next(withdrawal with { Expires = new(2026, 11, 22) }, Reasons.Unreachable, 1_000, Now, 0.5));
        Assert.Null(RetryPolicy.Next(A(ParcelForm.Jwe), Reasons.Unreachable, RetryPolicy.MostAttempts, Now, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_may_have_arrived_is_not_sent_again_within_the_hour(double spread)
    {
        Assert.InRange(RetryPolicy.Next(A(ParcelForm.OpenPgp), Reasons.Unsure, 1, Now, spread)!.Value, Now.AddHours(1), Now.AddHours(2));
        Assert.Equal(RetryPolicy.Next(13, Now, Far, spread), RetryPolicy.Next(A(ParcelForm.OpenPgp), Reasons.Unsure, 13, Now, spread));
        Assert.Null(RetryPolicy.Next(A(ParcelForm.OpenPgp), Reasons.Unsure, RetryPolicy.MostAttempts, Now, spread));
    }

    private static Parcel A(ParcelForm form) => new(new ReceiptRecipient("helpline", "hl.one", "One"), "RB-ABCDEFGHIJ", null, form, Far, "");

    [Property]
    public bool Is_always_later_than_now_within_a_fifth_of_its_pause(byte attempts, byte spread)
    {
        var chance = spread / 255d;
        var middle = RetryPolicy.Next(attempts, Now, Far, 0.5);
        var next = RetryPolicy.Next(attempts, Now, Far, chance);
        return (middle is null) == (next is null) && (next is null || (next > Now && ((next.Value - Now) / (middle!.Value - Now)) is >= 0.79 and <= 1.21));
    }
}
