using Microsoft.Extensions.Logging;
using MovieRec.Engine.Collaborative;

namespace MovieRec.Api.Catalogues;

/// <summary>Cache of the collaborative model, with one log line per model that is not valid.</summary>
/// <remarks>
/// If a model is damaged, of another format, or cannot be read, the service continues with the model in memory, or without one.
/// </remarks>
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
            // A change made in the meantime is found by the next check.
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
