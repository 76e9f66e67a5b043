namespace MovieRec.Api.Catalogues;

/// <summary>Lets one refresh at a time run, and remembers how far it is (table <c>MovieRecCache</c>, <c>progress</c>).</summary>
public interface IRefreshState
{
    /// <summary>Longest lease. One that ends later than this from now was taken while a clock was ahead, and has expired.</summary>
    static TimeSpan LongestLease => TimeSpan.FromHours(1);

    /// <summary>
    /// Takes the lease, or renews one's own. An expired lease is anybody's. Times are the caller's clock's.
    /// </summary>
    /// <param name="holder">Names the caller; of no other caller, ever.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="until">When the lease ends unless it is renewed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False while another holds it.</returns>
    Task<bool> TakeAsync(string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the lease back; nothing happens where it is another's.</summary>
    Task ReleaseAsync(string holder, CancellationToken cancellationToken);

    /// <summary>What was last written; null where there is nothing.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps how far the refresh is, up to 3 MB, in place of what was there: whoever reads gets all of one or all of the other.
    /// </summary>
    /// <returns>False where <paramref name="holder"/> no longer has the lease; then nothing is written.</returns>
    Task<bool> WriteAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken);
}
