using Microsoft.Playwright;

namespace RemedyBot.EndToEnd.Browsers;

/// <summary>What a person holds in the hand.</summary>
public sealed record Device(int Width, int Height)
{
    public static Device Phone { get; } = new(360, 640) { Touch = true };

    public static Device Desktop { get; } = new(1280, 800);

    public bool Touch { get; init; }

    public bool Dark { get; init; }

    /// <summary>The colours are the person's own and not the page's.</summary>
    public bool Forced { get; init; }

    /// <summary>Letters twice as big as usual.</summary>
    public bool Big { get; init; }

    /// <summary>The size of letters that the person set in the browser, in pixels; null where they never did.</summary>
    public int? Letters { get; init; }

    public bool Script { get; init; } = true;

    public string Language { get; init; } = "en";

    public BrowserNewContextOptions Options() => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = Touch,
        IsMobile = Touch,
        DeviceScaleFactor = Touch ? 2 : 1,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = Forced ? ForcedColors.Active : ForcedColors.None,
        JavaScriptEnabled = Script,
        Locale = Language,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
