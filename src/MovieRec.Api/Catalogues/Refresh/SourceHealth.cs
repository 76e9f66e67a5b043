namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Whether the source answers, over all that a run asks: one title that it cannot give is no outage.</summary>
internal sealed class SourceHealth
{
    /// <summary>So many in a row, and the source is down.</summary>
    private const int MostFailures = 25;

    private int _failuresInARow;

    public bool IsDown => Volatile.Read(ref _failuresInARow) >= MostFailures;

    /// <summary>Whether it answered anything in this run.</summary>
    public bool HasAnswered { get; private set; }

    public void Answered()
    {
        HasAnswered = true;
        Volatile.Write(ref _failuresInARow, 0);
    }

    public void Failed() => Interlocked.Increment(ref _failuresInARow);

    /// <summary>Nothing more is asked in this run.</summary>
    public void GiveUp() => Volatile.Write(ref _failuresInARow, MostFailures);
}
