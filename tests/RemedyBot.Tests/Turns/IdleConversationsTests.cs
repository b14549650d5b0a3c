using System.Reflection;
using RemedyBot.Storage.Tokens;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Contract;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Turns;

/// <summary>T5: between two turns the server holds neither a key nor what it opens.</summary>
public sealed class IdleConversationsTests
{
    private const int Conversations = 1000;

    private static readonly Type[] Secret = [typeof(ConversationKey), typeof(OpenToken), typeof(RemedyBot.Storage.Vault.Conversation), typeof(CaseFile)];

    [Fact]
    public async Task After_a_thousand_idle_conversations_no_live_object_holds_a_key_or_a_state()
    {
        await using var chat = await AChat.Open();
        var keys = new List<byte[]>();
        for (var i = 0; i < Conversations; i++)
        {
            var reply = await chat.Bot.Runner.HandleAsync(new(null, $"form-{i}", "no", ["en"]) { Language = "en" }, default);
            using var token = chat.Bot.Vault.Tokens.Read(reply.Token).Token!.Key;
            keys.Add(token.Key.ToArray());
        }

        var live = Heap.From(chat.Bot);
        Assert.Empty(live.Where(o => Secret.Contains(o.GetType())).Select(o => o.GetType().Name));
        var held = keys.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(live.OfType<byte[]>().Where(b => b.Length == ConversationKey.KeyLength && held.Contains(Convert.ToHexString(b))));
        Assert.Contains(live, o => o is SealedVault);
    }

    [Fact]
    public async Task A_key_that_is_held_would_be_found()
    {
        await using var chat = await AChat.Open();
        var reply = await chat.Bot.Runner.HandleAsync(new(null, "form", "no", ["en"]) { Language = "en" }, default);
        using var key = chat.Bot.Vault.Tokens.Read(reply.Token).Token!.Key;
        Assert.Contains(Heap.From(new object[] { chat.Bot, new Dictionary<string, object> { ["x"] = key } }), o => o is ConversationKey);
    }

    /// <summary>All that can be reached from an object and from the statics of our rooms.</summary>
    private static class Heap
    {
        private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        private static readonly Dictionary<Type, FieldInfo[]> Fields = [];

        public static HashSet<object> From(object root)
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            var open = new Stack<object>([root, .. Statics()]);
            while (open.TryPop(out var one))
                if (seen.Add(one))
                    foreach (var next in Inside(one))
                        open.Push(next);
            return seen;
        }

        private static IEnumerable<object> Statics() => AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name is { } name && name.StartsWith("RemedyBot", StringComparison.OrdinalIgnoreCase) && name != typeof(Heap).Assembly.GetName().Name)
            .SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters).SelectMany(t => t.GetFields(Own | BindingFlags.Static))
            .Where(f => !f.IsLiteral).Select(f => f.GetValue(null)).OfType<object>();

        private static IEnumerable<object> Inside(object one)
        {
            if (one is string or Type or MemberInfo or Assembly or Module or Pointer)
                return [];
            if (one is Array array)
                return array.GetType().GetElementType() is { IsPrimitive: true } or { IsPointer: true } ? [] : array.OfType<object>();
            return FieldsOf(one.GetType()).Select(f => f.GetValue(one)).OfType<object>().Where(value => value is not (string or Type));
        }

        private static FieldInfo[] FieldsOf(Type type)
        {
            if (Fields.TryGetValue(type, out var known))
                return known;
            var all = new List<FieldInfo>();
            for (var at = type; at is not null; at = at.BaseType)
                all.AddRange(at.GetFields(Own | BindingFlags.Instance).Where(f => !f.FieldType.IsPrimitive && !f.FieldType.IsPointer && !f.FieldType.IsEnum && !f.FieldType.IsByRefLike && f.FieldType != typeof(string)));
            return Fields[type] = [.. all];
        }
    }
}
