using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Tests.Storage.Sealing;

public class RecordTests
{
    private static readonly SystemRandomness Randomness = new();
    private static readonly DeliveryKeys Delivery = new(new MemoryKeyFiles(), Randomness, new DateOnly(2026, 11, 22));
    private static readonly byte[] Secret = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);

    private static readonly IRowSeal[] Kinds =
    [
        new KeySeal(Purpose.State, Secret, [1], Randomness),
        new KeySeal(Purpose.State, Secret, [2], Randomness),
        new KeySeal(Purpose.Turn, Secret, [1], Randomness),
        new KeySeal(Purpose.Code, Secret, [], Randomness),
        new KeySeal(Purpose.DeskWorker, Secret, [], Randomness),
        new KeySeal(Purpose.Token, Secret, [], Randomness),
        new DeliverySeal(Purpose.Outbox, Delivery, Randomness),
        new DeliverySeal(Purpose.Thread, Delivery, Randomness),
        new DeskSeal(new LastingKey(new MemoryKeyFiles(), LastingKey.Desk, Randomness), Randomness),
    ];

    private static readonly Arbitrary<byte[]> Contents = Gen.Choose(0, 5_000).Select(length => new byte[length]).ToArbitrary();
    private static readonly Arbitrary<int> AnyKind = Gen.Choose(0, 8).ToArbitrary();

    [Property]
    public Property What_was_sealed_opens() => Prop.ForAll(AnyKind, Contents, (kind, content) =>
        Kinds[kind].Open(Seal(kind, content))!.AsSpan().SequenceEqual(content));

    [Property(MaxTest = 500)]
    public Property A_flipped_bit_opens_nothing() => Prop.ForAll(AnyKind, Contents, Gen.Choose(0, int.MaxValue).ToArbitrary(), (kind, content, bit) =>
    {
        var row = Seal(kind, content);
        row.Body[bit / 8 % row.Body.Length] ^= (byte)(1 << (bit % 8));
        return Kinds[kind].Open(row) is null;
    });

    [Property]
    public Property Each_bit_of_the_head_counts() => Prop.ForAll(AnyKind, Gen.Choose(0, (30 * 8) - 1).ToArbitrary(), (kind, bit) =>
    {
        var row = Seal(kind, []);
        row.Body[bit / 8] ^= (byte)(1 << (bit % 8));
        return Kinds[kind].Open(row) is null;
    });

    [Property]
    public Property A_truncated_record_opens_nothing() => Prop.ForAll(AnyKind, Contents, Gen.Choose(0, int.MaxValue).ToArbitrary(), (kind, content, length) =>
    {
        var row = Seal(kind, content);
        return Kinds[kind].Open(row with { Body = row.Body[..(length % row.Body.Length)] }) is null;
    });

    [Property]
    public Property A_record_in_another_row_or_under_another_salt_opens_nothing() => Prop.ForAll(AnyKind, Contents, (kind, content) =>
    {
        var row = Seal(kind, content);
        return Kinds[kind].Open(row with { Id = row.Id + 1 }) is null && Kinds[kind].Open(row with { Salt = new byte[16] }) is null;
    });

    [Property]
    public Property A_record_of_another_purpose_or_binding_opens_nothing() => Prop.ForAll(AnyKind, AnyKind, Contents, (kind, other, content) =>
        kind == other || Kinds[other].Open(Seal(kind, content)) is null);

    [Property]
    public Property Content_of_any_length_is_cut_into_sizes_of_the_scheme_and_joined_again() => Prop.ForAll(
        Gen.Choose(0, 400_000).ToArbitrary(), Gen.Elements(0, RemedyBot.Storage.Sealing.Record.Overhead).ToArbitrary(), (length, overhead) =>
        {
            var content = new byte[length];
            Randomness.Fill(content);
            var bodies = Frame.Cut(content, overhead, Randomness);
            var sizes = bodies.All(body => body.Length + overhead is 4_000 or 8_000 or 16_000 or 32_000 or 64_000);
            return sizes && Frame.Join([.. bodies.Select(body => Frame.Read(body)!)])!.AsSpan().SequenceEqual(content);
        });

    [Fact]
    public void Parts_of_two_writings_are_not_joined()
    {
        var (one, two) = (Frame.Cut(new byte[100_000], 0, Randomness), Frame.Cut(new byte[100_000], 0, Randomness));
        Assert.Null(Frame.Join([Frame.Read(one[0])!, Frame.Read(two[1])!]));
        Assert.Null(Frame.Join([Frame.Read(one[1])!, Frame.Read(one[0])!]));
        Assert.Null(Frame.Join([Frame.Read(one[0])!]));
    }

    [Property]
    public Property A_padded_jwe_fills_its_size_to_three_characters() => Prop.ForAll(Gen.Choose(1, 150_000).ToArbitrary(), length =>
    {
        var sealedText = JwePadding.Seal(new byte[length], FakeJwe, beside: 22);
        var room = Frame.RoundUp(sealedText.Length + 22, overhead: 0) - 22;
        return sealedText.Length <= room && room - sealedText.Length <= 3 && Frame.RoundUp(FakeJwe(new byte[length]).Length + 22, 0) - 22 == room;
    });

    [Fact]
    public void The_same_seed_gives_the_same_bytes_in_whatever_pieces()
    {
        var (one, two) = (new byte[100], new byte[100]);
        new SeededRandomness(7).Fill(one);
        var seeded = new SeededRandomness(7);
        seeded.Fill(two.AsSpan(0, 33));
        seeded.Fill(two.AsSpan(33));
        Assert.Equal(one, two);
        new SeededRandomness(8).Fill(two);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void A_desk_session_opens_with_its_own_id_only()
    {
        var session = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        var sealedKey = DeskSessionSeal.Seal(session, "private"u8);
        Assert.Equal("private"u8.ToArray(), DeskSessionSeal.Open(session, sealedKey));
        Assert.Null(DeskSessionSeal.Open(new byte[32], sealedKey));
        for (var bit = 0; bit < sealedKey.Length * 8; bit++)
        {
            var changed = sealedKey.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(DeskSessionSeal.Open(session, changed));
        }

        Assert.Null(DeskSessionSeal.Open(session, sealedKey.AsSpan(0, 10)));
    }

    private static string FakeJwe(byte[] json) => new('x', 250 + (((4 * json.Length) + 2) / 3));

    private static StoredRow Seal(int kind, byte[] content)
    {
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        return new StoredRow(42, 1, new byte[8], salt, Kinds[kind].Seal(42, salt, content));
    }
}
