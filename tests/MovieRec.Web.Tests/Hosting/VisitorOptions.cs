using MovieRec.TestKit.Http;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Screen sizes that the page is designed for, in CSS pixels.</summary>
public enum Screen
{
    /// <summary>Phone of 390 by 844, with touch.</summary>
    Phone,

    /// <summary>Desktop of 1440 by 900, with a mouse.</summary>
    Desk,
}

/// <summary>Options of a visit.</summary>
internal sealed record VisitorOptions
{
    public Screen Screen { get; init; } = Screen.Desk;

    /// <summary>True for the complete browser instead of the headless shell (<see cref="Chromium"/>).</summary>
    public bool WholeBrowser { get; init; }

    public bool Dark { get; init; }

    public bool ReducedMotion { get; init; }

    /// <summary>True if the page may install its worker.</summary>
    /// <remarks>Must be false if a test intercepts requests to the service, because requests of a worker bypass the interception.</remarks>
    public bool Worker { get; init; }

    /// <summary>Delay in milliseconds from which the page's timers wait for <see cref="Visitor.PassTimeAsync"/>; null for none.</summary>
    /// <remarks>Intervals never run. So a slow machine can neither cause a message about a slow service nor remove a notice.</remarks>
    public int? TimersStopFrom { get; init; } = 4_000;

    /// <summary>User who is signed in on this device; null for none.</summary>
    public ApiClient? SignedIn { get; init; }

    /// <summary>Another host than the shared one.</summary>
    public WebHost? Host { get; init; }

    /// <summary>Address of the page; null for the address of its host.</summary>
    public string? Address { get; init; }

    /// <summary>Other address that the page may send requests to: posters, or the API.</summary>
    public string? Elsewhere { get; init; }

    public ViewportSize Viewport => Screen switch
    {
        Screen.Phone => new ViewportSize { Width = 390, Height = 844 },
        _ => new ViewportSize { Width = 1440, Height = 900 },
    };
}
