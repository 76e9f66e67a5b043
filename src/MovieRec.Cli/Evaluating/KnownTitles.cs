namespace MovieRec.Cli.Evaluating;

/// <summary>A user's known items and their times.</summary>
/// <param name="Items">Numbers of items, each once.</param>
/// <param name="Times">Seconds since 1970, parallel to <paramref name="Items"/>.</param>
internal sealed record KnownTitles(int[] Items, long[] Times)
{
    /// <summary>Weight of each item, always 1.</summary>
    public float[] Weights { get; } = [.. Items.Select(_ => 1f)];
}

/// <summary>One user to recommend to.</summary>
/// <param name="Known">Items known to the model.</param>
/// <param name="Relevant">Held-out items, which a good list contains.</param>
/// <param name="Candidates">The only items to rank; null for all items that are not known.</param>
internal sealed record EvaluationCase(KnownTitles Known, HashSet<int> Relevant, int[]? Candidates);
