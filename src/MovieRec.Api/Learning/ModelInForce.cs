using Microsoft.Extensions.Logging;
using MovieRec.Engine.Collaborative;

namespace MovieRec.Api.Learning;

/// <summary>
/// The model as it was last read. One that is broken, foreign or cannot be read is left out with a line in the log, and once: the service
/// goes on with the model it has, or without.
/// </summary>
internal sealed class ModelInForce(IModelStore store, ILogger log)
{
    private string? _mark;

    public CollaborativeModel? Current { get; private set; }

    /// <summary>Looks for a newer model; used by one caller at a time.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var mark = await store.MarkAsync(cancellationToken);
            if (mark == _mark)
                return;
            var bytes = await store.ReadAsync(cancellationToken);
            _mark = mark;
            if (bytes is not { } found)
            {
                Current = null;
                return;
            }
            if (!ModelReader.TryRead(found.Span, out var model, out var reason))
            {
                log.ModelRefused(reason);
                return;
            }
            Current = model;
            log.ModelRead(model.Version, model.ItemCount, model.UserCount);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.ModelNotRead(failed);
        }
    }
}
