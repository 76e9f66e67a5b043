namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Availability of the source over all requests of a run; one failed title is not an outage.</summary>
internal sealed class SourceHealth
{
    /// <summary>So many in a row, and the source is down.</summary>
    private const int MostFailures = 25;

    private int _failuresInARow;

    public bool IsDown => Volatile.Read(ref _failuresInARow) >= MostFailures;

    /// <summary>True if the source responded in this run.</summary>
    public bool HasResponded { get; private set; }

    public void Responded()
    {
        HasResponded = true;
        Volatile.Write(ref _failuresInARow, 0);
    }

    public void Failed() => Interlocked.Increment(ref _failuresInARow);

    /// <summary>Makes the run send no more requests.</summary>
    public void GiveUp() => Volatile.Write(ref _failuresInARow, MostFailures);
}
