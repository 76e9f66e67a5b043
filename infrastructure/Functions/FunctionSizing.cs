using MovieRec.Api;

namespace MovieRec.Infrastructure.Functions;

/// <summary>How much a function gets. Lambda gives a processor in proportion to memory: a whole one at 1,769 MB.</summary>
/// <param name="MemoryMegabytes">Memory, and with it the share of a processor.</param>
/// <param name="TimeoutSeconds">When Lambda ends it; API Gateway waits 29 s whatever stands here.</param>
internal sealed record FunctionSizing(int MemoryMegabytes, int TimeoutSeconds)
{
    /// <summary>A third of a processor: starting and checking a signature are all that these compute; the process takes 30 MB.</summary>
    private const int Small = 512;

    /// <summary>A whole processor: the catalogue is decoded at the start, and scored or searched whole for every request.</summary>
    private const int WholeProcessor = 1769;

    public static FunctionSizing Get(FunctionName function) => function switch
    {
        // Cognito has 3 s a call, and at most two calls are made one after the other.
        FunctionName.Signin or FunctionName.Signup or FunctionName.RefreshToken => new(Small, 10),
        // One item read or written.
        FunctionName.UserPreferences => new(Small, 10),
        // Lists retry for about 3 s where others write the same list; the longest list is read in a few pages.
        FunctionName.Favourites or FunctionName.Watchlist => new(Small, 15),
        // A second less than the gateway waits, so that it is the function that says it took too long: a cold start reads the whole catalogue.
        FunctionName.MovieRec => new(WholeProcessor, 28),
        // The schedule calls it, too: the first refresh fetches for ten minutes, and goes on where it stopped the next time. It is given all that
        // Lambda gives.
        FunctionName.MediaCache => new(WholeProcessor, 900),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "A new function: say here what it needs and why."),
    };
}
