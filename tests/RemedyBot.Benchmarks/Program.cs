using RemedyBot.Benchmarks;

// One run, one machine, medians over rounds. See README.md for what each part measures.
return args switch
{
    ["bare", var url, var folder] => await BareEndpoint.RunAsync(url, folder),
    [var program, .. var rest] => await Suite.RunAsync(program, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: RemedyBot.Benchmarks PUBLISHED_PROGRAM [throughput] [channels] [sockets] [start] [memory] [stores] [understanding] [size]\nSee tests/RemedyBot.Benchmarks/README.md.");
    return 2;
}
