namespace MovieRec.Api.Catalogues;

/// <summary>Lease that lets one refresh run at a time, and its progress (table <c>MovieRecCache</c>, <c>progress</c>).</summary>
public interface IRefreshState
{
    /// <summary>Maximum lease; one that ends later than this from now was taken while a clock was ahead, and has expired.</summary>
    static TimeSpan LongestLease => TimeSpan.FromHours(1);

    /// <summary>Takes the lease, or renews the caller's own; an expired lease is free for any caller.</summary>
    /// <param name="holder">Unique name of the caller.</param>
    /// <param name="now">Current time, by the caller's clock.</param>
    /// <param name="until">End of the lease, unless it is renewed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False while another caller holds it.</returns>
    Task<bool> TakeAsync(string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the lease back; nothing happens where it is another's.</summary>
    Task ReleaseAsync(string holder, CancellationToken cancellationToken);

    /// <summary>Returns the last written progress; null if there is none.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the progress, up to 3 MB, atomically: readers get all of one or all of the other.</summary>
    /// <returns>False, with nothing written, if <paramref name="holder"/> no longer has the lease.</returns>
    Task<bool> WriteAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken);
}
