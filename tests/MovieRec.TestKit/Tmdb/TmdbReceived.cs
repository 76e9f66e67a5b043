using System.Diagnostics;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Request that the server received.</summary>
/// <param name="At">A timestamp of <see cref="Stopwatch"/>, which is monotonic.</param>
/// <param name="Path">After <c>/3/</c>.</param>
/// <param name="Query">Without the key.</param>
public sealed record TmdbReceived(long At, string Path, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>Counts the most requests within any one second, wherever it begins.</summary>
    public static int MostInASecond(IEnumerable<TmdbReceived> requests)
    {
        var times = requests.Select(request => request.At).Order().ToArray();
        var most = 0;
        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= Stopwatch.Frequency)
                first++;
            most = Math.Max(most, last - first + 1);
        }
        return most;
    }
}
