namespace MovieRec.Api.MediaLists;

/// <summary>Where the key of <see cref="ContinuationTokens"/> is kept.</summary>
public interface IContinuationKey
{
    /// <returns><see cref="ContinuationTokens.KeyBytes"/> bytes, the same for all instances of a service and for as long as it lives.</returns>
    ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A key that is known from the start.</summary>
public sealed class KnownContinuationKey(byte[] key) : IContinuationKey
{
    public ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(key);
}
