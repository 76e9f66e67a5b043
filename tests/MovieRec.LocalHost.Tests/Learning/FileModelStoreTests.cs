using MovieRec.Api.Catalogues;
using MovieRec.LocalHost.Standalone;
using MovieRec.TestKit;
using MovieRec.TestKit.Contracts;

namespace MovieRec.LocalHost.Tests.Learning;

public sealed class FileModelStoreTests : ModelStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileModelStoreTests() => Store = new FileModelStore(_folder.File("model.bin"));

    protected override IModelStore Store { get; }

    public void Dispose() => _folder.Dispose();
}
