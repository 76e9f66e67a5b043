using MovieRec.Api.Outcomes;
using MovieRec.Engine.Collaborative;

namespace MovieRec.Cli.Learning;

/// <summary>Model file that <c>train</c> wrote.</summary>
internal static class ModelFile
{
    /// <exception cref="ConfigurationException">The file does not exist or is not a model.</exception>
    public static (byte[] Bytes, CollaborativeModel Model) Read(string path)
    {
        if (!File.Exists(path))
            throw new ConfigurationException($"{path} does not exist.");
        var bytes = File.ReadAllBytes(path);
        return ModelReader.TryRead(bytes, out var model, out var reason)
            ? (bytes, model)
            : throw new ConfigurationException($"{path} is rejected: {reason}.");
    }
}
