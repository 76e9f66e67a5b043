namespace MovieRec.ColdStart.Bench;

/// <summary>Measurements of a contender's runs.</summary>
internal sealed class Figures
{
    /// <summary>Time from the start of the process to its first request for an event, in ms.</summary>
    public List<double> Ready { get; } = [];

    /// <summary>Time from the start of the process to its first response, in ms.</summary>
    public List<double> Responded { get; } = [];

    /// <summary>Processor time until the first response, in ms: it depends least on other load.</summary>
    public List<double> Cpu { get; } = [];

    /// <summary>Median latency per process with a new token per request, in ms; below, the 99th percentile.</summary>
    public List<double> WarmP50 { get; } = [];

    public List<double> WarmP99 { get; } = [];

    /// <summary>The same with one token for all requests, whose signature has been verified before.</summary>
    public List<double> AgainP50 { get; } = [];

    public List<double> AgainP99 { get; } = [];

    /// <summary>Peak memory after the first response and, below, at the end, in MB.</summary>
    public List<double> FirstMemory { get; } = [];

    public List<double> Memory { get; } = [];

    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 50);

    public static double Percentile(IReadOnlyCollection<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return percent == 50 && sorted.Count % 2 == 0
            ? (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2
            : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
