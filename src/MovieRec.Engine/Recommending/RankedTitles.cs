using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>
/// The titles chosen for a user, before anything is said of them: <see cref="Explain"/> says it once the full records of
/// <see cref="Keys"/> are at hand. Holds buffers that the recommender lends again when this is disposed of. For one thread at a time.
/// </summary>
public sealed class RankedTitles : IDisposable
{
    private bool _explaining;
    private bool _disposed;

    internal RankedTitles(List<int> rows, IReadOnlyList<TitleKey> keys, bool personalised, int candidateCount) =>
        (Rows, Keys, Personalised, CandidateCount) = (rows, keys, personalised, candidateCount);

    /// <summary>Nothing to recommend; need not be disposed of.</summary>
    public static RankedTitles None { get; } = new([], [], personalised: false, candidateCount: 0);

    /// <summary>The titles chosen, in the order to show, by their own keys, never by an alias.</summary>
    public IReadOnlyList<TitleKey> Keys { get; }

    /// <summary>Whether the user's taste, or the title they asked about, shaped it; false for a newcomer.</summary>
    public bool Personalised { get; }

    /// <summary>How many titles passed the hard rules.</summary>
    public int CandidateCount { get; }

    internal List<int> Rows { get; }

    internal Func<PersonNames, List<Recommendation>> Explainer { get; init; } = _ => [];

    internal Action? Release { get; init; }

    /// <summary>Gives every title its score and its reasons.</summary>
    /// <param name="details">
    /// Full records of the titles, under their own keys, in any order; some or all may be missing. People are named as they name them; who
    /// is
    /// in none of them, where the catalogue is without names, is spoken of without a name.
    /// </param>
    /// <exception cref="ObjectDisposedException">This has been disposed of.</exception>
    public RecommendationList Explain(IReadOnlyCollection<Title> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        ObjectDisposedException.ThrowIf(_disposed, this);
        _explaining = true;
        var items = Explainer(new PersonNames(details));
        _explaining = false;
        return new RecommendationList(items, Personalised, CandidateCount);
    }

    /// <summary>Gives the buffers back, unless they were left dirty by a bug.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(this, None) || _disposed)
            return;
        _disposed = true;
        if (!_explaining)
            Release?.Invoke();
    }
}
