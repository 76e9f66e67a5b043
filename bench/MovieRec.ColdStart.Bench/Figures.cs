namespace MovieRec.ColdStart.Bench;

/// <summary>What the runs of a contender measured.</summary>
internal sealed class Figures
{
    /// <summary>Start of the process to its first request for an event, ms.</summary>
    public List<double> Ready { get; } = [];

    /// <summary>Start of the process to its first answer, ms.</summary>
    public List<double> Answered { get; } = [];

    /// <summary>Time on a core until the first answer, ms: what a busy machine changes least.</summary>
    public List<double> Cpu { get; } = [];

    /// <summary>Median and 99th percentile of a process, ms: a token each.</summary>
    public List<double> WarmP50 { get; } = [];

    public List<double> WarmP99 { get; } = [];

    /// <summary>The same with one token all the time, whose signature has been verified before.</summary>
    public List<double> AgainP50 { get; } = [];

    public List<double> AgainP99 { get; } = [];

    /// <summary>After the first answer and at the end, MB.</summary>
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
