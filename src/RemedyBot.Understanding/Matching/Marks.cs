namespace RemedyBot.Understanding.Matching;

/// <summary>Which places are held at the present word. Used again from text to text, because clearing it would cost more than a message.</summary>
internal sealed class Marks(int places)
{
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
