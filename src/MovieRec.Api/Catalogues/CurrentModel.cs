using Microsoft.Extensions.Logging;
using MovieRec.Engine.Collaborative;

namespace MovieRec.Api.Catalogues;

/// <summary>
/// The model as it was last read. One that is broken, foreign or cannot be read is left out with a line in the log, and once: the service
/// goes on with the model it has, or without.
/// </summary>
internal sealed class CurrentModel(IModelStore store, ILogger log)
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
            if (mark is null)
            {
                (_mark, Current) = (null, null);
                return;
            }
            // What was replaced or taken away meanwhile is looked at with the next check.
            if (await store.ReadAsync(cancellationToken) is not { } found)
                return;
            _mark = mark;
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
