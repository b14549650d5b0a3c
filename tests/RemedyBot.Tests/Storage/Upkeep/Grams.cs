using System.Runtime.InteropServices;

namespace RemedyBot.Tests.Storage.Upkeep;

/// <summary>The eight-byte pieces of erased bodies: any 16 bytes of a body hold one of them whole.</summary>
internal sealed class Grams
{
    private const ulong FilterBits = 1 << 28;

    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly List<ulong> _grams = [];
    private bool _sorted;

    public int Bodies { get; private set; }

    public void Add(byte[] body)
    {
        Bodies++;
        _sorted = false;
        foreach (var gram in MemoryMarshal.Cast<byte, ulong>(body.AsSpan(0, body.Length / 8 * 8)))
        {
            // Padding of clear frames is spaces and would be found everywhere.
            if (gram == 0x2020_2020_2020_2020)
                continue;
            var place = gram % FilterBits;
            _filter[place / 64] |= 1UL << (int)(place % 64);
            _grams.Add(gram);
        }
    }

    public bool StandIn(string[] files)
    {
        if (!_sorted)
            _grams.Sort();
        _sorted = true;
        return files.Any(file => StandIn(File.ReadAllBytes(file)));
    }

    private bool StandIn(byte[] bytes)
    {
        for (var shift = 0; shift < sizeof(ulong) && shift < bytes.Length; shift++)
        {
            foreach (var gram in MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(shift)))
            {
                var place = gram % FilterBits;
                if ((_filter[place / 64] & (1UL << (int)(place % 64))) != 0 && _grams.BinarySearch(gram) >= 0)
                    return true;
            }
        }

        return false;
    }
}
