using MovieRec.TestKit.Http;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>The sizes that the page is made for, in CSS pixels.</summary>
public enum Screen
{
    /// <summary>390 by 844, by touch.</summary>
    Phone,

    /// <summary>1440 by 900, with a mouse.</summary>
    Desk,
}

/// <summary>Who comes, and with what.</summary>
internal sealed record VisitorOptions
{
    public Screen Screen { get; init; } = Screen.Desk;

    /// <summary>Whether the whole browser is used, with all that is around a page, instead of the shell (<see cref="Chromium"/>).</summary>
    public bool WholeBrowser { get; init; }

    public bool Dark { get; init; }

    public bool ReducedMotion { get; init; }

    /// <summary>Whether the page may install its worker. Off where a test stands in for the service: what goes through a worker passes it by.</summary>
    public bool Worker { get; init; }

    /// <summary>
    /// From how many milliseconds on the page's timers stand still until a test says <see cref="Visitor.PassTimeAsync"/>, and so does all that
    /// is done every so often: no word about a slow service comes, and no notice goes, because a machine is slow. Null lets all run.
    /// </summary>
    public int? TimersStopFrom { get; init; } = 4_000;

    /// <summary>Who stayed signed in on this device; null for nobody.</summary>
    public ApiClient? SignedIn { get; init; }

    /// <summary>Another host than the shared one.</summary>
    public WebHost? Host { get; init; }

    /// <summary>Where the page is, if that is not its host; null for that.</summary>
    public string? Address { get; init; }

    /// <summary>The other address that something is expected to be asked of: posters, or the API.</summary>
    public string? Elsewhere { get; init; }

    public ViewportSize Viewport => Screen switch
    {
        Screen.Phone => new ViewportSize { Width = 390, Height = 844 },
        _ => new ViewportSize { Width = 1440, Height = 900 },
    };
}
