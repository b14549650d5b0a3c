namespace RemedyBot.Understanding.Matching;

/// <summary>A place reached, the word it began at, and whether a gap led there.</summary>
internal readonly record struct Held(int Place, int Start, bool InGap);

/// <summary>Which places are held at the present word. Used again from text to text, because clearing it would cost more than a message.</summary>
internal sealed class Marks(int places)
{
    public List<Held> Now { get; private set; } = [];

    public List<Held> Coming { get; private set; } = [];

    /// <summary>Takes what was coming for what is held.</summary>
    public void Turn()
    {
        (Now, Coming) = (Coming, Now);
        Coming.Clear();
    }

    public void Clear()
    {
        Now.Clear();
        Coming.Clear();
    }

    private readonly int[] marked = new int[places];
    private int now;

    public void Next()
    {
        if (now == int.MaxValue)
        {
            Array.Clear(marked);
            now = 0;
        }

        now++;
    }

    /// <returns>Whether the place was not held yet.</returns>
    public bool Mark(int place)
    {
        if (marked[place] == now)
            return false;
        marked[place] = now;
        return true;
    }
}
