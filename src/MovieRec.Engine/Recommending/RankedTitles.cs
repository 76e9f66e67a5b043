using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Titles ranked for a user, without reasons yet.</summary>
/// <remarks>
/// <see cref="Explain"/> adds them once the full records of <see cref="Keys"/> are available. It holds buffers that the recommender
/// reuses after it is disposed of. For one thread at a time.
/// </remarks>
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

    /// <summary>True if the user's taste, or the given similar title, shaped it; false for a newcomer.</summary>
    public bool Personalised { get; }

    /// <summary>Number of titles that passed the filters.</summary>
    public int CandidateCount { get; }

    internal List<int> Rows { get; }

    internal Func<PersonNames, List<Recommendation>> Explainer { get; init; } = _ => [];

    internal Action? Release { get; init; }

    /// <summary>Adds score and reasons to every title.</summary>
    /// <param name="details">Full records of the titles, under their own keys, in any order; some or all may be missing. They give the
    /// names of people; a person without a name, in a catalogue without names, is described without one.</param>
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
