using MovieRec.Api;

namespace MovieRec.Infrastructure.Functions;

/// <summary>Memory and timeout of a function.</summary>
/// <remarks>Lambda gives processor time in proportion to memory: a whole processor at 1,769 MB.</remarks>
/// <param name="MemoryMegabytes">Memory, which also sets the share of a processor.</param>
/// <param name="TimeoutSeconds">Time after which Lambda ends an invocation; API Gateway always waits 29 s at most.</param>
internal sealed record FunctionSizing(int MemoryMegabytes, int TimeoutSeconds)
{
    /// <summary>A third of a processor: these functions compute only their start and a signature; a process takes 30 MB.</summary>
    private const int Small = 512;

    /// <summary>A whole processor: the catalogue is decoded at the start, and each request scores or searches all of it.</summary>
    private const int WholeProcessor = 1769;

    public static FunctionSizing Get(FunctionName function) => function switch
    {
        // A call to Cognito times out after 3 s, and at most two are made in sequence.
        FunctionName.Signin or FunctionName.Signup or FunctionName.RefreshToken => new(Small, 10),
        // Reads or writes one item.
        FunctionName.UserPreferences => new(Small, 10),
        // Lists retry for about 3 s if concurrent requests write the same list; the longest list is read in a few pages.
        FunctionName.Favourites or FunctionName.Watchlist => new(Small, 15),
        // A second less than the gateway's timeout, so that the function itself reports the timeout. A cold start reads the whole
        // catalogue.
        FunctionName.MovieRec => new(WholeProcessor, 28),
        // The schedule calls it, too: the first refresh fetches for ten minutes and continues at the next call, so it gets Lambda's
        // maximum.
        FunctionName.MediaCache => new(WholeProcessor, 900),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "A new function: add its size and the reason here."),
    };
}
