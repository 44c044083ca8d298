"""How the judge learns: from the corpus to the models that come with the product.

Needs the development requirements (scikit-learn); the product itself never imports this.
"""
