using System.Globalization;

namespace MovieRec.ColdStart.Bench;

/// <summary>Options of the command line.</summary>
/// <param name="Runs">Processes started per contender and backend.</param>
/// <param name="Warm">Invocations of each kind per process, after its first.</param>
/// <param name="Backends">The ones of <see cref="Backend.Names"/> to measure; all by default.</param>
/// <param name="Snapshots">Sizes of snapshots in titles; with any, only starts over these snapshots are measured.</param>
/// <param name="Beside">Other builds of the functions to measure as well: a folder like <c>dist/</c>, and environment variables.</param>
internal sealed record BenchOptions(
    int Runs, int Warm, IReadOnlyList<string> Backends, IReadOnlyList<int> Snapshots, IReadOnlyList<string> Beside)
{
    public const string Usage =
        "[--runs N] [--warm N] [--backend recorded|tls|local]... [--snapshot TITLES]... [--beside DIST[,NAME=VALUE]...]...";

    /// <summary>Parses the command line; returns null if an argument is unknown.</summary>
    public static BenchOptions? Parse(string[] arguments)
    {
        var runs = 20;
        var warm = 500;
        var backends = new List<string>();
        var snapshots = new List<int>();
        var beside = new List<string>();
        for (var at = 0; at < arguments.Length; at += 2)
        {
            if (at + 1 == arguments.Length)
                return null;
            var value = arguments[at + 1];
            var known = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (arguments[at])
            {
                case "--runs" when known:
                    runs = number;
                    break;
                case "--warm" when known:
                    warm = number;
                    break;
                case "--snapshot" when known:
                    snapshots.Add(number);
                    break;
                case "--backend" when Backend.Names.Contains(value, StringComparer.Ordinal):
                    backends.Add(value);
                    break;
                case "--beside":
                    beside.Add(value);
                    break;
                default:
                    return null;
            }
        }

        return new BenchOptions(runs, warm, backends.Count > 0 ? backends : Backend.Names, snapshots, beside);
    }
}
