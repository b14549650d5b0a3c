namespace RemedyBot.Benchmarks;

/// <summary>All measurements, or those named.</summary>
internal static class Suite
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("ROUNDS"), out var rounds) ? rounds : 3;

    public static async Task<int> RunAsync(string program, string[] named)
    {
        bool Wanted(string name) => named.Length == 0 || named.Contains(name, StringComparer.Ordinal);
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("The published program is not there. Publish it first: dotnet publish src/RemedyBot -c Release -o PUBLISHED");
            return 2;
        }
        if (Wanted("start"))
            await StartAsync(program);
        if (Wanted("throughput"))
            await ThroughputAsync(program);
        if (Wanted("channels"))
            await ChannelsAsync(program);
        if (named.Contains("sockets", StringComparer.Ordinal))
            await SocketsAsync(program);
        if (Wanted("memory"))
            await MemoryAsync(program);
        if (Wanted("stores"))
            await StoresAsync(program);
        if (Wanted("understanding"))
        {
            var (perSecond, megabytes) = await Classifying.RunAsync(program);
            Say("messages understood a second, one process, start included", perSecond, "/s", "1000");
            Say("memory of classify", megabytes, "MB", "under 150");
        }
        if (Wanted("size"))
            Size();
        return 0;
    }

    private static async Task StartAsync(string program)
    {
        var starts = new List<double>();
        for (var round = 0; round < Rounds + 2; round++)
        {
            using var folder = new Folder();
            await using var server = Server.Start(program, folder.Path);
            starts.Add((await server.FirstAnswerAsync()).TotalSeconds);
        }
        Say("start to first answer", Median(starts), "s", "under 1");
    }

    /// <summary>Both sides with the same clients, in turns, so that a noisy machine disturbs them alike.</summary>
    private static async Task ThroughputAsync(string program)
    {
        var ours = new List<double>();
        var bare = new List<double>();
        var calm = new List<double>();
        var work = new List<double>();
        var bareWork = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var folder = new Folder();
            await using (var server = Server.Start(program, folder.Path))
            {
                await server.FirstAnswerAsync();
                await Load.TurnsAsync(server.Root, Load.Warm, Load.Parallel);
                var before = server.Processor;
                var measured = await Load.TurnsAsync(server.Root, Load.Length, Load.Parallel);
                ours.Add(measured.PerSecond);
                work.Add((server.Processor - before).TotalMilliseconds / measured.Count);
                calm.Add((await Load.TurnsAsync(server.Root, Load.Length, Load.Parallel, measured.PerSecond / 2)).P99.TotalMilliseconds);
            }
            using var other = new Folder();
            await using (var server = Server.StartBare(other.Path))
            {
                await server.FirstAnswerAsync();
                await Load.PostsAsync(server.Root, Load.Warm, Load.Parallel);
                var before = server.Processor;
                var measured = await Load.PostsAsync(server.Root, Load.Length, Load.Parallel);
                bare.Add(measured.PerSecond);
                bareWork.Add((server.Processor - before).TotalMilliseconds / measured.Count);
            }
        }
        Say("ratio", Median([.. ours.Zip(bare, (a, b) => a / b)]), "", "at least 0.6, goal 0.8");
        Say("durable turns a second", Median(ours), "/s");
        Say("bare endpoint, same bytes, same pragmas", Median(bare), "/s");
        Say("processor time of a turn", Median(work), "ms");
        Say("processor time of a bare post", Median(bareWork), "ms");
        Say("p99 at half of that load", Median(calm), "ms", "under 50 on an idle machine");
    }

    /// <summary>The same conversations through the two channels, and the bare endpoint beside them.</summary>
    private static async Task ChannelsAsync(string program)
    {
        var (connector, line, bare) = (new List<double>(), new List<double>(), new List<double>());
        await using var vouching = await Vouching.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (rates, voucher) in new (List<double>, string?)[] { (connector, vouching.Token), (line, null) })
            {
                using var folder = new Folder();
                await using var server = Server.Start(program, folder.Path, vouching.Settings);
                await server.FirstAnswerAsync();
                await Load.ChannelTurnsAsync(server.Root, Load.Warm, voucher);
                rates.Add((await Load.ChannelTurnsAsync(server.Root, Load.Length, voucher)).PerSecond);
            }
            using var other = new Folder();
            await using var beside = Server.StartBare(other.Path);
            await beside.FirstAnswerAsync();
            await Load.PostsAsync(beside.Root, Load.Warm, Load.Parallel);
            bare.Add((await Load.PostsAsync(beside.Root, Load.Length, Load.Parallel)).PerSecond);
        }
        Say("Connector, expectReplies: turns a second", Median(connector), "/s");
        Say("Direct Line, sent and fetched: turns a second", Median(line), "/s");
        Say("bare endpoint, same bytes", Median(bare), "/s");
        Say("ratio of the Connector", Median([.. connector.Zip(bare, (a, b) => a / b)]), "", "goal 0.8");
        Say("ratio of Direct Line, two calls a turn", Median([.. line.Zip(bare, (a, b) => a / b)]), "");
        await SocketsAsync(program);
    }

    private static async Task SocketsAsync(string program)
    {
        using var folder = new Folder();
        await using var server = Server.Start(program, folder.Path);
        await server.FirstAnswerAsync();
        using var sockets = await Sockets.OpenAsync(server.Root, 2_000);
        await Task.Delay(Load.Warm);
        Say("resident with 2,000 open sockets", server.ResidentMegabytes, "MB", "under 300");
    }

    private static async Task MemoryAsync(string program)
    {
        using var folder = new Folder();
        await using var server = Server.Start(program, folder.Path);
        await server.FirstAnswerAsync();
        Say("resident at start", server.ResidentMegabytes, "MB");
        await Load.ConversationsAsync(server.Root, 10_000);
        Say("resident after 10,000 conversations", server.ResidentMegabytes, "MB", "under 150");
    }

    private static async Task StoresAsync(string program)
    {
        using var small = new Folder();
        using var large = new Folder();
        foreach (var (folder, rows) in new[] { (small, 1_000), (large, 100_000) })
        {
            await using (var server = Server.Start(program, folder.Path))
                await server.FirstAnswerAsync();
            Filling.Fill(folder.Path, rows);
        }
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var costs = new List<double>();
            foreach (var folder in new[] { small, large })
            {
                await using var server = Server.Start(program, folder.Path);
                await server.FirstAnswerAsync();
                await Load.TurnsAsync(server.Root, Load.Warm, 1);
                costs.Add((await Load.TurnsAsync(server.Root, Load.Length, 1)).Median.TotalMilliseconds);
            }
            ratios.Add(costs[1] / costs[0]);
        }
        Say("turn at 100,000 conversations against 1,000", Median(ratios), "times", "at most 1.2");
    }

    private static void Size()
    {
        var (files, lines) = PathOfATurn.Count();
        Say("files from the endpoint to the step", files, "", "at most 9");
        Say("lines in them", lines, "", "at most 1,200");
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void Say(string what, double value, string unit, string? wanted = null) =>
        Console.WriteLine(FormattableString.Invariant($"{what,-46} {value,10:0.##} {unit,-6}{(wanted is null ? "" : "  wanted: " + wanted)}"));
}
