namespace MovieRec.Api.MediaLists;

/// <summary>Source of the key of <see cref="ContinuationTokens"/>.</summary>
public interface IContinuationKey
{
    /// <returns><see cref="ContinuationTokens.KeyBytes"/> bytes, the same for all instances of a service, and permanent.</returns>
    ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Key that is known at start-up.</summary>
public sealed class KnownContinuationKey(byte[] key) : IContinuationKey
{
    public ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(key);
}
