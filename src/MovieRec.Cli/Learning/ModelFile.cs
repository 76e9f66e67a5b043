using MovieRec.Api.Outcomes;
using MovieRec.Engine.Collaborative;

namespace MovieRec.Cli.Learning;

/// <summary>A model as <c>train</c> wrote it.</summary>
internal static class ModelFile
{
    /// <exception cref="ConfigurationException">It is not there, or no model; one sentence.</exception>
    public static (byte[] Bytes, CollaborativeModel Model) Read(string path)
    {
        if (!File.Exists(path))
            throw new ConfigurationException($"{path} is not there.");
        var bytes = File.ReadAllBytes(path);
        return ModelReader.TryRead(bytes, out var model, out var reason)
            ? (bytes, model)
            : throw new ConfigurationException($"{path} is refused: {reason}.");
    }
}
