
namespace MovieRec.Api.Catalogues;

/// <summary>Keeps the collaborative model in force: bytes that <see cref="Engine.Collaborative.ModelReader"/> reads, or refuses.</summary>
public interface IModelStore
{
    /// <summary>A mark that changes whenever the model does; null where there is none.</summary>
    Task<string?> MarkAsync(CancellationToken cancellationToken);

    /// <summary>The model; null where there is none.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts a model in the place of the one in force; whoever reads meanwhile gets all of one or all of the other.</summary>
    Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken);
}
