using MovieRec.TestKit.Tmdb;

namespace MovieRec.Refresh.Bench;

/// <summary>The stand-in of TMDB in a process of its own: says its address, and at the end of its input what it was asked.</summary>
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
