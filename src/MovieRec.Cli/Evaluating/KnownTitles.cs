namespace MovieRec.Cli.Evaluating;

/// <summary>What a model is told of a user: items of theirs, and when.</summary>
/// <param name="Items">Numbers of items, each once.</param>
/// <param name="Times">Seconds since 1970, beside <paramref name="Items"/>.</param>
internal sealed record KnownTitles(int[] Items, long[] Times)
{
    /// <summary>Every item counts as 1.</summary>
    public float[] Weights { get; } = [.. Items.Select(_ => 1f)];
}

/// <summary>One user to recommend to.</summary>
/// <param name="Known">What is known of them.</param>
/// <param name="Relevant">What was held out: the items a good list holds.</param>
/// <param name="Candidates">The only items to rank; null for all that are not known.</param>
internal sealed record EvaluationCase(KnownTitles Known, HashSet<int> Relevant, int[]? Candidates);
