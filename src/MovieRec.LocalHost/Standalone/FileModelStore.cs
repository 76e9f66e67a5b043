using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Files;

namespace MovieRec.LocalHost.Standalone;

/// <summary>The model in a file, <c>model.bin</c> of the data folder. Written beside it and renamed, so never half there.</summary>
internal sealed class FileModelStore(string path) : IModelStore
{
    public Task<string?> MarkAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return Task.FromResult(file.Exists ? $"{file.Length} {file.LastWriteTimeUtc.Ticks}" : null);
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        // Not with ?: and null, which would be an empty model.
        if (!File.Exists(path))
            return null;
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken) => PrivateFile.ReplaceAsync(path, model, cancellationToken);
}
