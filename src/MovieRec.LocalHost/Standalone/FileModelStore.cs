using MovieRec.Api.Catalogues;
using MovieRec.Sqlite.Files;

namespace MovieRec.LocalHost.Standalone;

/// <summary>The model in <c>model.bin</c> of the data folder, written to a temporary file and renamed, so never incomplete.</summary>
internal sealed class FileModelStore(string path) : IModelStore
{
    public Task<string?> MarkAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return Task.FromResult(file.Exists ? $"{file.Length} {file.LastWriteTimeUtc.Ticks}" : null);
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        // Not with ?:, where null would become an empty model.
        if (!File.Exists(path))
            return null;
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken) =>
        PrivateFile.ReplaceAsync(path, model, cancellationToken);
}
