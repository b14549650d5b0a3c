using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Tokens;

public class TokenTests
{
    private readonly FakeTimeProvider _time = new(AVault.Morning);
    private readonly TokenKeys _keys;
    private readonly TokenMint _mint;

    public TokenTests()
    {
        _keys = new TokenKeys(new MemoryKeyFiles(), _time, new SystemRandomness());
        _mint = new TokenMint(_keys, _time, new SystemRandomness());
    }

    [Fact]
    public void A_token_gives_back_what_was_put_in()
    {
        using var key = ConversationKey.Create(new SystemRandomness());
        var token = _mint.Mint(key, "dl_abc", TokenUse.Go, TimeSpan.FromHours(1), new string('o', 43));

        var read = _mint.Read(token).Token!;

        Assert.True(token.Length <= TokenMint.MaxLength);
        Assert.Equal(key.Id.ToArray(), read.Key.Id.ToArray());
        Assert.Equal(key.Key.ToArray(), read.Key.Key.ToArray());
        Assert.Equal(("dl_abc", TokenUse.Go, new string('o', 43)), (read.User, read.Use, read.Origins));
        Assert.Equal(AVault.Morning.AddHours(1), read.Expires);
    }

    [Fact]
    public void A_token_does_not_show_the_key()
    {
        using var key = ConversationKey.Create(new SystemRandomness());
        var body = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(_mint.Mint(key, "dl_abc", TokenUse.Go, TimeSpan.FromHours(1)).Split('.')[1]));

        Assert.DoesNotContain(Base64Url.EncodeToString(key.Key.Span), body, StringComparison.Ordinal);
        Assert.Contains("dl_abc", body, StringComparison.Ordinal);
    }

    [Property(MaxTest = 400)]
    public Property Any_changed_sign_is_refused()
    {
        var token = _mint.MintNew(TimeSpan.FromHours(24));
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
        return Prop.ForAll(Gen.Choose(0, token.Length - 1).ToArbitrary(), Gen.Elements(Signs.ToCharArray()).ToArbitrary(), (at, sign) =>
        {
            var changed = token[..at] + sign + token[(at + 1)..];
            return changed == token || _mint.Read(changed).Status == TokenStatus.Refused;
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("ا.ب.ج")]
    public void What_is_no_token_is_refused(string text) => Assert.Equal(TokenStatus.Refused, _mint.Read(text).Status);

    [Fact]
    public void Another_algorithm_or_none_is_refused()
    {
        var parts = _mint.MintNew(TimeSpan.FromHours(24)).Split('.');
        foreach (var head in new[] { """{"alg":"none","kid":"2026-11-22"}""", """{"alg":"HS512","kid":"2026-11-22"}""", """{"alg":"HS256","kid":"2026-11-22","x":1}""", "[]", """{"kid":5}""" })
        {
            var forged = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(head)) + "." + parts[1] + ".";
            Assert.Equal(TokenStatus.Refused, _mint.Read(forged).Status);
            Assert.Equal(TokenStatus.Refused, _mint.Read(forged + parts[2]).Status);
        }
    }

    [Fact]
    public void Another_days_key_is_refused()
    {
        var parts = _mint.MintNew(TimeSpan.FromHours(24)).Split('.');
        _time.Advance(TimeSpan.FromDays(1));
        _mint.MintNew(TimeSpan.FromHours(24));
        var forged = Base64Url.EncodeToString("""{"alg":"HS256","kid":"2026-11-23"}"""u8) + "." + parts[1] + "." + parts[2];

        Assert.Equal(TokenStatus.Refused, _mint.Read(forged).Status);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_at_the_edge_of_the_calendar_is_refused_like_any_other(string day)
    {
        var parts = _mint.MintNew(TimeSpan.FromHours(24)).Split('.');
        var head = Base64Url.EncodeToString(Encoding.ASCII.GetBytes("{\"alg\":\"HS256\",\"kid\":\"" + day + "\"}"));
        Assert.Equal(TokenStatus.Refused, _mint.Read($"{head}.{parts[1]}.{parts[2]}").Status);
    }

    [Theory]
    [InlineData("\"use\":\"new\"", "\"use\":\"go\"")]
    [InlineData("\"exp\":17", "\"exp\":27")]
    [InlineData("\"user\":\"dl_", "\"user\":\"dl-")]
    [InlineData("\"conv\":\"AAAA", "\"conv\":\"BAAA")]
    public void A_changed_claim_does_not_open_the_key_even_with_a_right_signature(string from, string to)
    {
        using var key = new ConversationKey(new byte[16], new byte[32], 0);
        var parts = _mint.Mint(key, "dl_someone", TokenUse.New, TimeSpan.FromHours(1)).Split('.');
        var body = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[1]));
        Assert.Contains(from, body, StringComparison.Ordinal);
        var input = parts[0] + "." + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(body.Replace(from, to, StringComparison.Ordinal)));
        var signature = HMACSHA256.HashData(_keys.Derive(_keys.Today, Purpose.TokenSign)!, Encoding.ASCII.GetBytes(input));

        Assert.Equal(TokenStatus.Refused, _mint.Read(input + "." + Base64Url.EncodeToString(signature)).Status);
    }

    [Fact]
    public void A_token_runs_out_and_can_be_resumed_for_a_day()
    {
        var token = _mint.MintNew(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenStatus.Expired, _mint.Read(token).Status);
        Assert.Equal(TokenStatus.Good, _mint.Read(token, TimeSpan.FromHours(24)).Status);
        _time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(TokenStatus.Expired, _mint.Read(token, TimeSpan.FromHours(24)).Status);
    }

    [Fact]
    public void Fifty_hours_after_its_day_began_nothing_opens_a_token()
    {
        var token = _mint.MintNew(TimeSpan.FromDays(30));
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 1, 59, 59, TimeSpan.Zero));
        Assert.Equal(TokenStatus.Good, _mint.Read(token).Status);
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(TokenStatus.Refused, _mint.Read(token).Status);
    }

    [Fact]
    public void A_user_too_long_for_600_bytes_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => _mint.Mint(ConversationKey.Create(new SystemRandomness()), new string('u', 400), TokenUse.New, TimeSpan.FromHours(1)));
}
