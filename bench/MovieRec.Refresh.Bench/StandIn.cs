using MovieRec.TestKit.Tmdb;

namespace MovieRec.Refresh.Bench;

/// <summary>Stand-in of TMDB in its own process: prints its address, and the number of requests when its input ends.</summary>
internal static class StandIn
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    public static async Task ServeAsync()
    {
        await using var tmdb = new TmdbServer(10_000, 2_000) { Key = Key };
        Console.WriteLine(tmdb.Address);
        await Console.In.ReadToEndAsync();
        Console.WriteLine($" {tmdb.Count():N0} | {TmdbReceived.MostInASecond(tmdb.Received):N0} |");
    }
}
