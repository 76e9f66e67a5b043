namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>The run no longer holds the lease.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Another run has it.</summary>
    public LeaseLostException()
        : base("Another refresh has taken over.")
    {
    }

    /// <summary>The storage did not take the renewals.</summary>
    public LeaseLostException(Exception inner)
        : base("The refresh could not say in time that it still runs, and has stopped.", inner)
    {
    }
}
