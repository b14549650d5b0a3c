using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Jose;
using RemedyBot.Handoff.Sealing;
using Base64Url = System.Buffers.Text.Base64Url;

namespace RemedyBot.Tests.Handoff.Sealing;

public sealed class EnvelopeTests
{
    private static readonly SealLabel Label = new("desk", "RB-ABCDEFGHIJ");
    private static readonly byte[] Json = "{\"a\":\"é\"}"u8.ToArray();

    [Fact]
    public void Opens_what_was_sealed_to_its_key_without_the_padding()
    {
        using var key = OpeningKey.Create();
        var compact = Envelope.Seal([.. Json, .. "     "u8], key.Public, Label);
        Assert.Equal(Json, Envelope.Open(compact, key, Label));
        Assert.Equal(Label, Envelope.LabelOf(compact));
    }

    [Fact]
    public void Is_refused_under_another_key()
    {
        using var key = OpeningKey.Create();
        using var other = OpeningKey.Create();
        Assert.Null(Envelope.Open(Envelope.Seal(Json, key.Public, Label), other, Label));
    }

    [Theory]
    [InlineData("rid", "other")]
    [InlineData("ref", "RB-ZZZZZZZZZZ")]
    [InlineData("kid", "another")]
    public void Is_refused_when_its_header_is_rewritten(string name, string value)
    {
        using var key = OpeningKey.Create();
        var parts = Envelope.Seal(Json, key.Public, Label).Split('.');
        var header = System.Text.Json.Nodes.JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!.AsObject();
        header[name] = value;
        parts[0] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        var changed = string.Join('.', parts);
        Assert.Null(Envelope.Open(changed, key, Envelope.LabelOf(changed)));
    }

    [Fact]
    public void Is_refused_where_another_label_is_expected()
    {
        using var key = OpeningKey.Create();
        var compact = Envelope.Seal(Json, key.Public, Label);
        Assert.Null(Envelope.Open(compact, key, Label with { Ref = "RB-ZZZZZZZZZZ" }));
        Assert.Null(Envelope.Open(compact, key, null));
        Assert.Null(Envelope.Open(Envelope.Seal(Json, key.Public, null), key, Label));
    }

    [Fact]
    public void Refuses_compression_and_other_algorithms()
    {
        using var key = OpeningKey.Create();
        using var agreement = ECDiffieHellman.Create(ParametersOf(key));
        Assert.Null(Envelope.Open(JWT.EncodeBytes(Json, agreement, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM, JweCompression.DEF), key, null));
        Assert.Null(Envelope.Open(JWT.EncodeBytes(Json, agreement, JweAlgorithm.ECDH_ES, JweEncryption.A128GCM), key, null));
        Assert.Null(Envelope.Open(JWT.EncodeBytes(Json, agreement, JweAlgorithm.ECDH_ES_A256KW, JweEncryption.A256GCM), key, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("....")]
    [InlineData("e30....")]
    [InlineData("not a jwe at all")]
    [InlineData("bnVsbA....")]
    [InlineData("eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSJ9.a.b.c.d")]
    public void Refuses_anything_else_without_an_exception(string text)
    {
        using var key = OpeningKey.Create();
        Assert.Null(Envelope.Open(text, key, null));
        Assert.Null(Envelope.LabelOf(text));
    }

    [Property(MaxTest = 60)]
    public bool Is_refused_after_any_change_of_one_character(NonNegativeInt place, byte shift)
    {
        using var key = OpeningKey.Create();
        var compact = Envelope.Seal(Json, key.Public, Label).ToCharArray();
        var at = place.Get % compact.Length;
        var before = Decoded(compact);
        compact[at] = compact[at] == '.' ? 'A' : Alphabet[(Alphabet.IndexOf(compact[at], StringComparison.Ordinal) + 1 + (shift % 63)) % 64];
        // The last character of a part carries bits that no byte uses; without a changed byte nothing was changed.
        return before.SequenceEqual(Decoded(compact)) || Envelope.Open(new string(compact), key, Label) is null;
    }

    [Property(MaxTest = 40)]
    public bool Is_refused_when_cut_short(NonNegativeInt place)
    {
        using var key = OpeningKey.Create();
        var compact = Envelope.Seal(Json, key.Public, Label);
        return Envelope.Open(compact[..(place.Get % compact.Length)], key, Label) is null;
    }

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static ECParameters ParametersOf(OpeningKey key)
    {
        using var agreement = key.ToAgreement();
        return agreement.ExportParameters(false);
    }

    private static IEnumerable<string> Decoded(char[] compact) => new string(compact).Split('.').Select(part =>
    {
        try
        {
            return Convert.ToHexString(Jose.Base64Url.Decode(part));
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            return "broken";
        }
    });
}
