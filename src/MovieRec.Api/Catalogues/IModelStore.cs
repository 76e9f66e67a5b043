
namespace MovieRec.Api.Catalogues;

/// <summary>Store of the current collaborative model: bytes that <see cref="Engine.Collaborative.ModelReader"/> reads or rejects.</summary>
public interface IModelStore
{
    /// <summary>Returns a mark that changes whenever the model does; null if there is no model.</summary>
    Task<string?> MarkAsync(CancellationToken cancellationToken);

    /// <summary>Returns the model; null if there is none.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the current model atomically: concurrent readers get all of one or all of the other.</summary>
    Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken);
}
