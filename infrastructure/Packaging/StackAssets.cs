
namespace MovieRec.Infrastructure.Packaging;

/// <summary>Packages that <c>./package</c> built for AWS: zips, or folders that the CDK zips.</summary>
/// <param name="Function">The executable <c>bootstrap</c>, which all functions share.</param>
/// <param name="Layer">The JWT layer, with <c>lib/libcognitojwt.so</c>.</param>
public sealed record StackAssets(string Function, string Layer)
{
    /// <exception cref="Api.Outcomes.ConfigurationException">One of them does not exist.</exception>
    public static StackAssets In(string folder) => new(Existing(folder, "function.zip"), Existing(folder, "layer.zip"));

    private static string Existing(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return File.Exists(path)
            ? path
            : throw new Api.Outcomes.ConfigurationException(
                $"{path} is missing: run ./package, or name a folder that has it, such as -c dist=../dist.");
    }
}
