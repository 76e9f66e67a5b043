using System.Globalization;

namespace MovieRec.ColdStart.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Runs">Processes started of each contender, a backend.</param>
/// <param name="Warm">Invocations of each process after its first, of each kind.</param>
/// <param name="Backends">Which of <see cref="Backend.Names"/> to measure; all where there is none.</param>
/// <param name="Snapshots">Titles a snapshot, of each size to start over; with any, that is all that is measured.</param>
/// <param name="Beside">Other builds of ours to measure in the same turn: a folder as <c>dist/</c>, and variables of its environment.</param>
internal sealed record BenchOptions(
    int Runs, int Warm, IReadOnlyList<string> Backends, IReadOnlyList<int> Snapshots, IReadOnlyList<string> Beside)
{
    public const string Usage =
        "[--runs N] [--warm N] [--backend recorded|tls|local]... [--snapshot TITLES]... [--beside DIST[,NAME=VALUE]...]...";

    /// <summary>Null where an argument is not known.</summary>
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
